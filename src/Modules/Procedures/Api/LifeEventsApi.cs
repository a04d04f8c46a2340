using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Procedures.Api;

/// <summary>Life events: their questions, and what there is to do; for anyone, nothing is kept.</summary>
internal static class LifeEventsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/life-events", List).Anyone();
        api.MapGet("/life-events/{slug}", Show).Anyone();
        api.MapPost("/life-events/{slug}/plan", Plan).AppendOnly().Anyone();
    }

    private static ApiAnswer List(ILifeEvents events, Localizer text) =>
        ApiAnswer.Ok(new { Items = events.All.Select(e => LifeEventJson.Summary(e, text.Language)), Next = (string?)null });

    private static ApiAnswer Show(string slug, ILifeEvents events, Localizer text, TimeProvider clock) =>
        ApiAnswer.Ok(LifeEventJson.Whole(events.Find(slug) ?? throw new NotFoundException(), text, clock.Today()));

    private static ApiAnswer Plan(string slug, ApiBody body, ILifeEvents events, Localizer text, TimeProvider clock)
    {
        var answers = body.Json.TryGetProperty("answers", out var given) ? given : body.Json;
        var plan = events.Plan(slug, answers, clock.Today(), text.Language) ?? throw new NotFoundException();
        return plan.Valid ? ApiAnswer.Ok(new { Items = plan.Steps.Select(s => LifeEventJson.Step(s, text)), Next = (string?)null })
            : ApiAnswer.Refused(Refusal.Invalid(plan.Errors));
    }
}
