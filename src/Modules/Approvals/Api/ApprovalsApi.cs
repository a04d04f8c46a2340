using System.Text.Json;
using Madoguchi.Approvals.Acting;
using Madoguchi.Approvals.Boxes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Approvals.Api;

internal static class ApprovalsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var approvals = api.MapGroup("/approvals").StaffOnly().WithTags("Approvals");
        approvals.MapGet("", ListAsync).WithSummary("Approvals waiting for me (inbox), drafted by me (sent), acted on by me (done)");
        approvals.MapGet("/{id:guid}", ReadAsync).WithSummary("One approval with route, items and acts");
        approvals.MapPost("/{id:guid}/{verb}", ActAsync)
            .WithSummary("endorse, concur, object, decide, return, reject, recall, remove, act-for, post-review");
    }

    private static async Task<ApiAnswer> ListAsync(
        ListApprovals list, string? box, string? application, int? limit, string? after, CancellationToken stop)
    {
        Box? asked = string.IsNullOrEmpty(box) ? null : EnumText.Parse<Box>(box) ?? throw new RefusedException(Refusal.Malformed);
        var number = string.IsNullOrEmpty(application) ? null : IntakeNumber.TryParse(application, out var parsed) ? parsed.ToString() : application;
        return ApiAnswer.Ok(await list.RunAsync(asked, number, PageLimit.Of(limit), after, stop));
    }

    private static async Task<ApiAnswer> ReadAsync(ReadApproval read, ApprovalViews views, Guid id, CancellationToken stop)
    {
        var approval = await read.RunAsync(id, stop);
        return ApiAnswer.Ok(views.Whole(approval), approval.Version);
    }

    private static async Task<ApiAnswer> ActAsync(
        ActOnApproval act, ApprovalViews views, ExpectedVersion expected, Guid id, string verb, ApiBody body, CancellationToken stop)
    {
        if (!Verbs.TryParse(verb, out var kind)) throw new NotFoundException();
        var result = await act.RunAsync(id, kind, body.Read<Body>().Input, expected.Value, stop);
        return result.Refused ? ApiAnswer.Refused(result.Refusal) : ApiAnswer.Ok(views.Whole(result.Value), result.Value.Version);
    }

    // "to" is a word or a number; any other kind of JSON is a wrong answer, not a wrong form.
    private sealed record Body(string? Comment, string? Reason, JsonElement? To, string? IntakeNumber, string? Post)
    {
        public ActOnApproval.Input Input => new(Comment, Reason, ToText, IntakeNumber, Post);

        private string? ToText => To?.ValueKind switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.String => To.Value.GetString(),
            _ => To.Value.GetRawText(),
        };
    }
}
