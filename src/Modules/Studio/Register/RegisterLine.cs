namespace Madoguchi.Studio.Register;

/// <summary>Which part of the register is shown.</summary>
/// <param name="Online">A code of オンライン化の実施状況.</param>
/// <param name="Q">Words of name or law.</param>
/// <param name="After">Key of the last line of the page before: <c>c:slug</c> or <c>e:手続ID</c>.</param>
internal sealed record RegisterFilter(string? Division, string? Online, string? Q, string? After)
{
    /// <summary>The words as they are searched.</summary>
    public string? Words => string.IsNullOrWhiteSpace(Q) ? null : Folded(Q.Length > 100 ? Q[..100] : Q);

    /// <summary>One way of writing for what reads alike, so that a search finds it.</summary>
    public static string Folded(string text) => TextRules.Compatible(TextRules.Normalise(text)).ToLowerInvariant();
}

/// <summary>A line of the register.</summary>
/// <param name="Key">What its page is opened by: the slug, or the id of an entry.</param>
internal sealed record RegisterLine(string Key, string SurveyId, string Name, string Division, bool OfCatalogue, string Online, long? Total, long? OnlineTotal, int? Minutes, bool? Seal);

/// <summary>Which year is counted: the twelve months before today, or the fiscal year before this one.</summary>
internal static class CountedYear
{
    public static (DateOnly From, DateOnly Before) Of(string? which, DateOnly today) => which == "fiscal"
        ? (new DateOnly(JapaneseDate.FiscalYear(today) - 1, 4, 1), new DateOnly(JapaneseDate.FiscalYear(today), 4, 1))
        : (today.AddDays(1).AddYears(-1), today.AddDays(1));
}
