using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Decisions;
using Madoguchi.Applications.Lists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Applications.Api;

/// <summary>Submission, lists, one matter and its history.</summary>
internal static class ApplicationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/procedures/{slug}/applications", SubmitAsync).SignedInOnly().AppendOnly().WithTags("Applications");
        var applications = api.MapGroup("/applications").SignedInOnly().WithTags("Applications");
        applications.MapGet("", ListAsync);
        applications.MapGet("/{number}", ReadAsync);
        applications.MapGet("/{number}/events", EventsAsync);
        applications.MapPost("/propose", ProposeListAsync);
        VerbsApi.Map(applications);
        SavedFormsApi.Map(api);
    }

    private static async Task<ApiAnswer> SubmitAsync(string slug, ApiBody body, Submit submit, ApplicationViews views, CancellationToken stop)
    {
        var result = await submit.RunAsync(slug, body.Read<SubmitInput>(), Channel.Web, stop);
        return result.Refused
            ? ApiAnswer.Refused(result.Refusal)
            : ApiAnswer.Created($"/api/v1/applications/{result.Value.IntakeNumber}", views.Of(result.Value), result.Value.Version);
    }

    private static async Task<ApiAnswer> ListAsync([AsParameters] ListParameters parameters, MatterList list, ListNames names, AuditTrail audit, Actor actor, CancellationToken stop)
    {
        var query = parameters.Query;
        var (lines, next) = await list.RunAsync(query, stop);
        if (actor.IsStaff) audit.Viewed("applications", "list", new { query.Procedure, query.Status, query.Division, query.Q, Lines = lines.Count });
        return ApiAnswer.Ok(names.Page(lines, next));
    }

    private static async Task<ApiAnswer> ReadAsync(string number, Matters matters, ApplicationViews views, AuditTrail audit, Actor actor, CancellationToken stop)
    {
        var application = await matters.ToReadAsync(number, stop);
        if (actor.IsStaff) audit.Viewed("application", application.IntakeNumber, concerns: application.Account);
        return ApiAnswer.Ok(views.Of(application), application.Version);
    }

    private static async Task<ApiAnswer> EventsAsync(string number, Matters matters, HistoryReader reader, AuditTrail audit, Actor actor, CancellationToken stop)
    {
        var application = await matters.ToReadAsync(number, stop);
        if (actor.IsStaff) audit.Viewed("application", application.IntakeNumber, new { What = "events" }, application.Account);
        return ApiAnswer.Ok(new { Items = await reader.RunAsync(application, stop), Next = (string?)null });
    }

    private static async Task<ApiAnswer> ProposeListAsync(ApiBody body, ProposeList propose, Approvals.Contracts.IApprovals approvals, CancellationToken stop)
    {
        var result = await propose.RunAsync(body.Read<ProposeList.Input>(), stop);
        return result.Refused ? ApiAnswer.Refused(result.Refusal) : ApiAnswer.Ok(await approvals.ViewAsync(result.Value, stop));
    }

    internal sealed class ListParameters
    {
        public string? Procedure { get; init; }

        public string? Status { get; init; }

        public string? Division { get; init; }

        public string? Assignee { get; init; }

        public DateOnly? ArrivedFrom { get; init; }

        public DateOnly? ArrivedTo { get; init; }

        public string? Due { get; init; }

        public string? Q { get; init; }

        public string? Sort { get; init; }

        public int? Limit { get; init; }

        public string? After { get; init; }

        public ListQuery Query => new()
        {
            Procedure = Procedure, Status = Status, Division = Division, Assignee = Assignee, ArrivedFrom = ArrivedFrom, ArrivedTo = ArrivedTo,
            Due = Due, Q = Q, Sort = Sort, Limit = Limit ?? 50, After = After,
        };
    }
}
