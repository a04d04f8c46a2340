using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Procedures.Api;

/// <summary>The catalogue and the trial validation, for anyone.</summary>
internal static class ProceduresApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/procedures", List).Anyone();
        api.MapGet("/procedures/{slug}", Show).Anyone();
        api.MapPost("/procedures/{slug}/validate", Validate).AppendOnly().Anyone();
    }

    private static ApiAnswer List(IProcedures procedures, IDirectory directory, Localizer text, string? q = null, string? lifeEvent = null, string? audience = null, string? division = null, int? limit = null, string? after = null)
    {
        var found = procedures.Search(q, lifeEvent, audience, division);
        var start = after is null ? 0 : found.TakeWhile(e => e.Slug != after).Count() + 1;
        var page = found.Skip(start).Take(PageLimit.Of(limit, usual: 200)).ToList();
        var more = page.Count > 0 && start + page.Count < found.Count;
        return ApiAnswer.Ok(new { Items = page.Select(e => ProcedureJson.Summary(e, text.Language, directory)), Next = more ? page[^1].Slug : null });
    }

    private static ApiAnswer Show(string slug, IProcedures procedures, IDirectory directory, Localizer text, TimeProvider clock) =>
        ApiAnswer.Ok(ProcedureJson.Whole(procedures.Find(slug) ?? throw new NotFoundException(), text.Language, clock.Today(), directory, procedures.Stop(slug)));

    private static ApiAnswer Validate(string slug, ApiBody body, IProcedures procedures, Localizer text, TimeProvider clock)
    {
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        var answers = body.Json.TryGetProperty("answers", out var given) ? given : body.Json;
        var judged = edition.Form.Validate(answers, clock.Today(), text.Language);
        return ApiAnswer.Ok(new
        {
            judged.Valid,
            Errors = judged.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => Problems.Sentence(text, e).ToString()).Distinct()),
            judged.Visible,
            judged.Computed,
            Warnings = judged.Warnings.GroupBy(w => w.Field).ToDictionary(g => g.Key, g => g.Select(w => w.Text.ToString())),
            judged.Documents,
            Fee = edition.FeeOf(answers, clock.Today()),
            Exit = judged.Exit?.Id,
        });
    }
}
