namespace Madoguchi.Procedures.Domain.Sentences;

/// <summary>The texts sentences are made of, and how clauses are joined. Arguments keep their ruby.</summary>
internal sealed class SentenceTexts(Texts texts, Language language)
{
    // Japanese clauses end as a noun, in 「ある」 or in 「ない」; only the last two change their form when another follows.
    private readonly bool japanese = language != Language.En;

    public Language Language => language;

    public string Say(string key, params ReadOnlySpan<(string Name, string Source)> arguments)
    {
        var sentence = texts.Get(language, "condition." + key).Source;
        foreach (var (name, source) in arguments) sentence = sentence.Replace("{" + name + "}", source, StringComparison.Ordinal);
        return sentence;
    }

    public string And(IReadOnlyList<string> clauses) => Joined(clauses, japanese ? Following : c => c + " and ");

    public string Or(IReadOnlyList<string> clauses) => Joined(clauses, japanese ? c => c + "か、" : c => c + " or ");

    /// <summary>The clause before 「とき」.</summary>
    public string When(string clause) => !japanese ? clause : clause + (IsVerbal(clause) ? "とき" : "のとき");

    /// <summary>The clause before 「もの」.</summary>
    public string Those(string clause) => !japanese ? clause : clause + (IsVerbal(clause) ? "もの" : "のもの");

    private static string Joined(IReadOnlyList<string> clauses, Func<string, string> before) =>
        string.Concat(clauses.SkipLast(1).Select(before)) + clauses[^1];

    private static string Following(string clause) =>
        clause.EndsWith("ある", StringComparison.Ordinal) ? clause[..^1] + "り、"
        : clause.EndsWith("ない", StringComparison.Ordinal) ? clause[..^1] + "く、"
        : clause + "で、";

    private static bool IsVerbal(string clause) => clause.EndsWith("ある", StringComparison.Ordinal) || clause.EndsWith("ない", StringComparison.Ordinal);
}
