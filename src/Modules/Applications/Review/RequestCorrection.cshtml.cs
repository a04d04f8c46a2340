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

    /// <summary>The questions with their present answers; a group is opened as a whole, so that items can be added or taken out.</summary>
    public IReadOnlyList<Choosable> Choosables =>
    [
        .. Matter.Pages.Select(p => new Choosable(p.Page.Title.Ja, [.. p.Page.Questions.Where(q => q.Type != QuestionType.Info).Select(q => Of(p, q)).OfType<(string, string, string)>()]))
            .Where(p => p.Questions.Count > 0),
    ];

    public async Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop)
    {
        var opened = await OpenAsync(intakeNumber, MatterAct.RequestCorrection, stop);
        DueOn = Matter.Today.AddDays(Matter.Edition.CorrectionDays);
        return opened;
    }

    public Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "request-correction",
            async () => await requestCorrection.RunAsync(intakeNumber, new RequestCorrection.Input(Reason, Questions, null, DueOn), stop), stop);

    private (string Key, string Label, string Value)? Of(ShownPage page, Question question)
    {
        var shown = page.Answers.Where(a => a.Key == question.Id || a.Key.StartsWith(question.Id + "[", StringComparison.Ordinal)).Where(a => a.Question is not null).ToList();
        if (shown.Count == 0) return null;
        var value = question.Type == QuestionType.Group
            ? string.Join('\n', shown.Where(a => a.Answered).GroupBy(a => a.Item).Select(i => $"{i.Key}　{string.Join("、", i.Select(a => a.Value))}"))
            : question.Type == QuestionType.File && shown[0].Files.Count > 0
                ? string.Join("、", shown[0].Files.Select(id => Matter.Files.GetValueOrDefault(id)?.Name ?? id))
                : shown[0].Value.ToString();
        return (question.Id, question.Short.Ja, value.Length > 0 ? value : Text["staff.matter.notAnswered"]);
    }
}
