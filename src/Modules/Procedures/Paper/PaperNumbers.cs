namespace Madoguchi.Procedures.Paper;

/// <summary>The numbers of questions on paper: page and place on it, 3-7.</summary>
internal static class PaperNumbers
{
    public static IReadOnlyDictionary<string, string> Of(Form form)
    {
        var numbers = new Dictionary<string, string>();
        foreach (var (page, p) in form.Pages.Select((p, i) => (p, i + 1)))
            foreach (var (question, q) in page.Questions.Where(q => q.Type != QuestionType.Info).Select((q, i) => (q, i + 1)))
                numbers[question.Id] = $"{p}-{q}";
        return numbers;
    }
}
