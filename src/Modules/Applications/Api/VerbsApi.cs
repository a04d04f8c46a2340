using System.Text.Json;
using Madoguchi.Applications.Booking;
using Madoguchi.Applications.Decisions;
using Madoguchi.Applications.MyApplications;
using Madoguchi.Applications.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Api;

/// <summary>The verbs of one matter: each answers 200 with the whole new resource.</summary>
internal static class VerbsApi
{
    private sealed record AssignBody(string? Assignee);

    private sealed record TextBody(string? Body);

    private sealed record PhaseBody(string? Phase);

    private sealed record AnswersBody(JsonElement Answers, string? Reason);

    private sealed record CompleteBody(string? Note, JsonElement? Result);

    private sealed record ExtendBody(DateOnly? Until, string? Reason);

    private sealed record ReasonBody(string? Reason, string? ReasonCode);

    public static void Map(RouteGroupBuilder applications)
    {
        Verb<Accept>(applications, "accept", (act, number, _, stop) => act.RunAsync(number, stop));
        Verb<Assign>(applications, "assign", (act, number, body, stop) => act.RunAsync(number, body.Read<AssignBody>().Assignee, stop));
        Verb<WriteNote>(applications, "note", (act, number, body, stop) => act.RunAsync(number, body.Read<TextBody>().Body, stop));
        Verb<WriteMessage>(applications, "message", (act, number, body, stop) => act.RunAsync(number, body.Read<TextBody>().Body, stop));
        Verb<SetPhase>(applications, "set-phase", (act, number, body, stop) => act.RunAsync(number, body.Read<PhaseBody>().Phase, stop));
        Verb<RequestCorrection>(applications, "request-correction", (act, number, body, stop) => act.RunAsync(number, body.Read<RequestCorrection.Input>(), stop));
        Verb<Correct>(applications, "correct", (act, number, body, stop) => act.RunAsync(number, body.Read<AnswersBody>().Answers, stop));
        Verb<Amend>(applications, "amend", (act, number, body, stop) => Amended(act, number, body.Read<AnswersBody>(), stop));
        Verb<Propose>(applications, "propose", (act, number, body, stop) => act.RunAsync(number, body.Read<Propose.Input>(), stop));
        Verb<Complete>(applications, "complete", (act, number, body, stop) => Completed(act, number, body.Read<CompleteBody>(), stop));
        Verb<Extend>(applications, "extend", (act, number, body, stop) => Extended(act, number, body.Read<ExtendBody>(), stop));
        Verb<Withdraw>(applications, "withdraw", (act, number, body, stop) => act.RunAsync(number, body.Read<ReasonBody>().Reason, stop));
        Verb<Close>(applications, "close", (act, number, body, stop) => Closed(act, number, body.Read<ReasonBody>(), stop));
        Verb<ConfirmPlace>(applications, "confirm-place", (act, number, _, stop) => act.RunAsync(number, stop));
    }

    private static Task<Result<Application>> Amended(Amend act, string number, AnswersBody body, CancellationToken stop) => act.RunAsync(number, body.Answers, body.Reason, stop);

    private static Task<Result<Application>> Completed(Complete act, string number, CompleteBody body, CancellationToken stop) => act.RunAsync(number, body.Note, body.Result, stop);

    private static Task<Result<Application>> Extended(Extend act, string number, ExtendBody body, CancellationToken stop) => act.RunAsync(number, body.Until, body.Reason, stop);

    private static Task<Result<Application>> Closed(Close act, string number, ReasonBody body, CancellationToken stop) => act.RunAsync(number, body.ReasonCode, body.Reason, stop);

    private static void Verb<TAct>(RouteGroupBuilder applications, string name, Func<TAct, string, ApiBody, CancellationToken, Task<Result<Application>>> run) where TAct : notnull =>
        applications.MapPost($"/{{number}}/{name}", async (string number, ApiBody body, HttpContext context, ApplicationViews views, CancellationToken stop) =>
        {
            var result = await run(context.RequestServices.GetRequiredService<TAct>(), number, body, stop);
            return result.Refused ? ApiAnswer.Refused(result.Refusal) : ApiAnswer.Ok(views.Of(result.Value), result.Value.Version);
        }).SignedInOnly().WithName($"applications.{name}");
}
