namespace Madoguchi.Applications.Apply;

/// <summary>How a question differs from the edition a form was begun with.</summary>
internal enum FormChange { Added, Changed, Removed }

/// <summary>A question that changed, with the page it stands on now; null when it is gone.</summary>
internal sealed record ChangedQuestion(FormChange Kind, string? Page, LocalizedText Label);

/// <summary>What the current edition asks differently, question by question, so that whoever goes on is told.</summary>
internal static class FormChanges
{
    public static IReadOnlyList<ChangedQuestion> Between(Form old, Form now, Language language)
    {
        var (before, after) = (Questions(old), Questions(now));
        return
        [
            .. after.Where(a => !before.ContainsKey(a.Key)).Select(a => new ChangedQuestion(FormChange.Added, a.Value.Page, a.Value.Question.Label.In(language))),
            .. after.Where(a => before.TryGetValue(a.Key, out var was) && Differs(was.Question, a.Value.Question))
                .Select(a => new ChangedQuestion(FormChange.Changed, a.Value.Page, a.Value.Question.Label.In(language))),
            .. before.Where(b => !after.ContainsKey(b.Key)).Select(b => new ChangedQuestion(FormChange.Removed, null, b.Value.Question.Label.In(language))),
        ];
    }

    /// <summary>Whether an answer to the one question cannot be one to the other.</summary>
    public static bool IsOther(Question was, Question now) => was.Type != now.Type;

    private static bool Differs(Question was, Question now) =>
        IsOther(was, now) || !was.Options.Select(o => o.Code).Order().SequenceEqual(now.Options.Select(o => o.Code).Order());

    private static Dictionary<string, (string Page, Question Question)> Questions(Form form) => form.Pages
        .SelectMany(page => page.Questions.SelectMany(q => q.Questions.Select(part => (Key: $"{q.Id}.{part.Id}", Question: part)).Prepend((Key: q.Id, Question: q)).Select(q => (q.Key, Page: page.Id, q.Question))))
        .Where(q => q.Question.Type != QuestionType.Info)
        .DistinctBy(q => q.Key).ToDictionary(q => q.Key, q => (q.Page, q.Question));
}
