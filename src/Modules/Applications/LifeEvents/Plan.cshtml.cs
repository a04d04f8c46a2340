using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.LifeEvents;

/// <summary>One thing to do, of this list.</summary>
internal sealed record StepLine(PlannedStep Step, LifePlan Plan);

/// <summary>することの一覧: in order, with deadlines and documents; each procedure can be started with what was answered.</summary>
[Anyone]
internal sealed class PlanPage(ILifeEvents events, LifePlans plans, IPaperPrinter printer, CityOptions options, TimeProvider clock) : ResidentPage
{
    public LifeEvent Life { get; private set; } = null!;

    public LifePlan Kept { get; private set; } = null!;

    public IReadOnlyList<PlannedStep> Steps { get; private set; } = [];

    public IReadOnlyList<(StepPhase Phase, IReadOnlyList<PlannedStep> Steps)> Phases => [.. Steps.GroupBy(s => s.Phase).Select(g => (g.Key, (IReadOnlyList<PlannedStep>)[.. g]))];

    public IReadOnlyList<ShownAnswer> Answers { get; private set; } = [];

    public DateOnly Today => clock.Today();

    /// <summary>Where the list is, also on another device.</summary>
    public string Address => options.PublicUrl.TrimEnd('/') + Url.Content($"~/life-events/{Life.Slug}/{Kept.Id}");

    /// <summary>The address as an image.</summary>
    public string Code => printer.QrCode(Address);

    /// <summary>Opens the person's own mail program: the city learns no address.</summary>
    public string Mail => $"mailto:?subject={Uri.EscapeDataString(Text["plan.title", ("event", Life.Title.In(Text.Language))].ToString())}&body={Uri.EscapeDataString(Address)}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid plan, CancellationToken stop)
    {
        Life = events.Find(slug) ?? throw new NotFoundException();
        Kept = await plans.FindAsync(plan, stop) is { } kept && kept.LifeEvent == slug ? kept : throw new NotFoundException();
        // The questions may have changed since: then they are asked again, with what still fits.
        if (plans.StepsOf(Kept, Text.Language) is not { } found) return Redirect(Url.Content($"~/life-events/{slug}?plan={plan}"));
        Steps = found.Steps;
        using var answers = JsonDocument.Parse(Kept.Answers);
        Answers = [.. Life.Form.Show(answers.RootElement, Today, Text.Language).SelectMany(p => p.Answers).Where(a => a.Answered)];
        return Page();
    }
}

/// <summary>Names of the phases.</summary>
internal static class PhaseWords
{
    public static LocalizedText Words(this StepPhase phase, Localizer text) => text[$"lifeEvent.phase.{JsonNamingPolicy.CamelCase.ConvertName(phase.ToString())}"];
}
