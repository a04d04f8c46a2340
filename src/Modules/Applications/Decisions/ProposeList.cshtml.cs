using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Kernel.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Decisions;

/// <summary>一覧起案: what each of the chosen matters would get, then one approval for all.</summary>
internal sealed class ProposeListPage(Matters matters, IProcedures procedures, ProposeList propose, AuditTrail audit, TimeProvider clock) : StaffPage
{
    internal sealed record Line(Application Application, IReadOnlyList<ApprovalFact> Facts, IReadOnlyList<LocalizedText> Problems);

    /// <summary>Of all of them; null when nothing, or not one procedure alone, was chosen.</summary>
    public ProcedureEdition? Edition { get; private set; }

    public Disposition? Chosen { get; private set; }

    public IReadOnlyList<Line> Items { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "n")]
    public string[] Numbers { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "disposition")]
    public string? Kind { get; set; }

    [BindProperty(Name = "version")]
    public long[] Versions { get; set; } = [];

    [BindProperty(Name = "title")]
    public string? Title { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Choices => [.. Edition!.Dispositions.Values.Select(d => new Choice(d.Kind, d.Label.Ja, Text[$"staff.disposition.{d.Kind}"]))];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.Propose);
        await ShowAsync(stop);
        if (Edition is not null && Chosen is not null)
            Title = Text["staff.proposeList.subject.default", ("title", Edition.Title.Ja), ("day", JapaneseDate.Format(clock.Today())), ("label", Chosen.Label.Ja), ("count", Items.Count)].ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.Propose);
        var result = await propose.RunAsync(new ProposeList.Input(Numbers, Kind, Reason, Title, Versions), stop);
        if (Accept(result)) return Redirect(Url.Content($"~/staff/approvals/{result.Value}"));
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var numbers = Numbers.Distinct().ToList();
        if (numbers.Count is 0 or > 500) return;
        var chosen = await matters.ManyToReadAsync(numbers, stop);
        audit.Viewed("applications", "propose", new { Numbers = numbers });
        if (chosen.Select(a => a.Procedure).Distinct().Count() > 1)
        {
            ModelState.AddModelError("", Problems.Sentence(Text, Refusals.DifferentProcedures).ToString());
            return;
        }

        Edition = procedures.Edition(chosen[0].Procedure, chosen[0].ProcedureEdition);
        Chosen = Kind is not null ? Edition!.Dispositions.GetValueOrDefault(Kind) : null;
        Items = [.. chosen.Select(Judge)];
    }

    private Line Judge(Application application)
    {
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        if (Chosen is null || !edition.Dispositions.TryGetValue(Chosen.Kind, out var disposition)) return new Line(application, [], []);
        var checkedResult = edition.CheckResult(disposition.Kind, null, application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt));
        var problems = checkedResult.Errors.Select(e => Problems.Sentence(Text, e)).ToList();
        if (application.Status != ApplicationStatus.UnderReview) problems.Add(Problems.Sentence(Text, Refusals.NotUnderReview));
        return new Line(application, [.. Drafting.ResultFacts(checkedResult.Json, disposition.Result)], problems);
    }
}
