namespace Madoguchi.Procedures.LifeEvents;

/// <summary>The report in words, one line for each finding.</summary>
internal static class CoverageWords
{
    public static IEnumerable<string> Of(string file, LifeEvent life, CoverageReport report)
    {
        foreach (var answers in report.Silent) yield return $"{file}: $.steps: この答えでは、することが一つも出ません: {string.Join("、", answers.Select(a => Answer(a.Question, a.Value)))}";
        foreach (var step in report.Dead) yield return $"{file}: $.steps[{IndexOf(life.Steps, step)}].when: 規則 {step.Id} は、どの答えでも成り立ちません。";
        foreach (var question in report.Unseen) yield return $"{file}: $.questions[{IndexOf(life.Questions, question)}].visibleWhen: 質問 {question.Id} は、どの答えでも現れません。";
    }

    private static int IndexOf<T>(IReadOnlyList<T> list, T item) where T : class => list.TakeWhile(i => i != item).Count();

    private static string Answer(Question question, in Value value) => $"{question.Id} = {value.Type switch
    {
        AnswerType.Absent => "（答えなし）",
        AnswerType.YesNo => value.IsTrue ? "はい" : "いいえ",
        AnswerType.Date => value.Date.ToString("O", CultureInfo.InvariantCulture),
        AnswerType.List => string.Join("・", value.List),
        AnswerType.Text => value.Text,
        _ => DateWords.Number(value.Number),
    }}";
}
