namespace Madoguchi.Directory.Accessibility;

/// <summary>The 38 criteria of the levels A and AA of JIS X 8341-3:2016 (ISO/IEC 40500:2012, WCAG 2.0).</summary>
internal static class Criteria
{
    private static readonly HashSet<string> DoubleA = ["1.2.4", "1.2.5", "1.4.3", "1.4.4", "1.4.5", "2.4.5", "2.4.6", "2.4.7", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4"];

    public static readonly IReadOnlyList<string> All =
    [
        "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5",
        "2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7",
        "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "4.1.1", "4.1.2",
    ];

    public static string LevelOf(string number) => DoubleA.Contains(number) ? "AA" : "A";
}
