namespace Madoguchi.Procedures.Contracts;

/// <summary>What random answers that keep the form's own rules reached of it. The same seed on the same day gives the same answers.</summary>
/// <param name="Count">Runs that came to an end: the check page or an exit.</param>
/// <param name="Failed">Runs for which no answers were found that the rules allow.</param>
/// <param name="Kept">The runs that first reached something.</param>
public sealed record RandomTrial(int Seed, int Count, int Failed, IReadOnlyList<RandomRun> Kept)
{
    /// <summary>Pages no run came to.</summary>
    public required IReadOnlyList<FormPage> PagesMissed { get; init; }

    /// <summary>Questions no run was asked, by <c>id</c> or <c>group.id</c>.</summary>
    public required IReadOnlyList<(string Key, Question Question)> QuestionsMissed { get; init; }

    /// <summary>Exits no run left by.</summary>
    public required IReadOnlyList<FormExit> ExitsMissed { get; init; }

    /// <summary>What the rules said most often where no answers could be found: ids of questions.</summary>
    public required IReadOnlyList<string> Stubborn { get; init; }
}

/// <summary>One way through the form.</summary>
/// <param name="Answers">Canonical JSON.</param>
/// <param name="Exit">Where it left; null when it came to the check page.</param>
/// <param name="First">How many pages, questions and exits it was the first to reach.</param>
public sealed record RandomRun(int Number, string Answers, FormExit? Exit, IReadOnlyList<string> Pages, int First);
