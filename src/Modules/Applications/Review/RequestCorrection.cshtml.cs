using Madoguchi.Applications.Apply;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>補正依頼: which questions, why, until when.</summary>
internal sealed class RequestCorrectionPage(ReadMatter read, ExpectedVersion expected, RequestCorrection requestCorrection) : MatterActPage(read, expected)
{
    internal sealed record Choosable(string Title, IReadOnlyList<(string Key, string Label, string Value)> Questions);

    [BindProperty(Name = "questions")]
    public string[] Questions { get; set; } = [];

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "dueOn")]
    public DateOnly? DueOn { get; set; }

    /// <summary>The questions with their present answers; a group as a whole, so that items can be added or taken out, and each answer of its items.</summary>
    public IReadOnlyList<Choosable> Choosables =>
    [
        .. Matter.Pages.Select(p => new Choosable(p.Page.Title.Ja, [.. p.Page.Questions.Where(q => q.Type != QuestionType.Info).SelectMany(q => Of(p, q))]))
            .Where(p => p.Questions.Count > 0),
    ];

    public async Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop)
    {
        var opened = await OpenAsync(intakeNumber, MatterAct.RequestCorrection, stop);
        DueOn = Promise.ForApplicant(Matter.Today.AddDays(Matter.Edition.CorrectionDays));
        return opened;
    }

    public Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "request-correction",
            async () => await requestCorrection.RunAsync(intakeNumber, new RequestCorrection.Input(Reason, Questions, null, DueOn), stop), stop);

    private IEnumerable<(string Key, string Label, string Value)> Of(ShownPage page, Question question)
    {
        if (question.Type == QuestionType.Group) yield return (question.Id, Text["staff.correction.group", ("label", question.Short.Ja)].ToString(), Text["staff.correction.group.now", ("count", Items(page, question))].ToString());
        foreach (var shown in page.Answers.Where(a => a.Question is not null && (a.Key == question.Id || a.Key.StartsWith(question.Id + "[", StringComparison.Ordinal))))
            if (shown.Item is not null || question.Type != QuestionType.Group) yield return (shown.Key, Matter.LabelOf(shown.Key), Now(shown));
    }

    private static int Items(ShownPage page, Question group) =>
        page.Answers.Where(a => a.Key.StartsWith(group.Id + "[", StringComparison.Ordinal)).Select(a => a.Item).Distinct().Count();

    private string Now(ShownAnswer shown)
    {
        if (shown.Files.Count > 0) return string.Join("、", shown.Files.Select(id => Matter.Files.GetValueOrDefault(id)?.Name ?? id));
        return shown.Answered ? shown.Value.ToString() : Text["staff.matter.notAnswered"].ToString();
    }
}
