using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Accessibility;

/// <summary>What a city publishes about accessibility, as it stands in its file; each half may be missing.</summary>
internal sealed record AccessibilityReport(Policy? Policy, TestResult? Result)
{
    public static readonly AccessibilityReport None = new(null, null);
}

/// <summary>ウェブアクセシビリティ方針.</summary>
/// <param name="Deadline">達成期限.</param>
/// <param name="Scope">対象範囲.</param>
/// <param name="Exceptions">例外事項.</param>
/// <param name="Additional">追加する達成基準, such as <c>1.4.10</c> of WCAG 2.1.</param>
/// <param name="Problems">Known problems and what will be done.</param>
/// <param name="Division">Code of the division in charge.</param>
internal sealed record Policy(
    DateOnly? DecidedOn, DateOnly? Deadline, CityWords? Scope, IReadOnlyList<CityWords>? Exceptions, IReadOnlyList<string>? Additional, IReadOnlyList<CityWords>? Problems, string? Division);

/// <summary>試験結果 (JIS X 8341-3:2016 附属書JB).</summary>
/// <param name="Selection">How the pages were chosen.</param>
/// <param name="Means">Programs and people it was done with.</param>
/// <param name="Plan">今後の対応方針; needed as soon as one criterion is not met.</param>
internal sealed record TestResult(
    DateOnly StatedOn, DateOnly From, DateOnly To, Selection Selection, IReadOnlyList<string> Pages, IReadOnlyList<string> Technologies,
    IReadOnlyList<CityWords>? Means, CityWords? Plan, IReadOnlyList<CriterionResult> Criteria)
{
    /// <summary>
    /// What the wording allows (WAIC 対応度表記ガイドライン 2021年4月版): 準拠 when all are met, 一部準拠 when some are not and it is said
    /// what will be done, both only after a whole test. What programs alone looked at is no whole test.
    /// </summary>
    public Degree Degree =>
        Criteria.Any(c => !c.IsTested) ? Degree.Considering
        : Criteria.All(c => !c.Applies || c.Result == Outcome.Pass) ? Degree.Conforming
        : Degree.Partly;
}

/// <summary>One criterion of the check list.</summary>
/// <param name="By">Who looked; nothing when it was not tested.</param>
internal sealed record CriterionResult(string Number, bool Applies, Outcome? Result, Tester? By, CityWords? Note)
{
    /// <summary>Whether it does not apply or people have judged it.</summary>
    public bool IsTested => !Applies || (Result is Outcome.Pass or Outcome.Fail && By is Tester.People or Tester.Both);

    /// <summary>Of its sentence: <c>accessibility.result.KEY</c>.</summary>
    public string Key => !Applies ? "none" : Result switch
    {
        Outcome.Pass => By == Tester.Machine ? "machine" : "pass",
        Outcome.Fail => "fail",
        _ => "untested",
    };
}

internal enum Degree
{
    Considering,
    Partly,
    Conforming,
}

internal enum Outcome
{
    Untested,
    Pass,
    Fail,
}

internal enum Tester
{
    Machine,
    People,
    Both,
}

internal enum Selection
{
    /// <summary>Every page.</summary>
    All,

    Random,

    /// <summary>Pages that stand for the others.</summary>
    Representative,

    RepresentativeAndRandom,
}
