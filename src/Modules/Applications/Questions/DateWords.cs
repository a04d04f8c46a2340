using System.Globalization;
using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Applications.Questions;

/// <summary>Days as people type them.</summary>
internal static class DateWords
{
    /// <summary>A day that does not exist, kept as typed: era, year, month, day.</summary>
    public static string Kept(DateParts parts) => string.Join('/', Clean(parts.Era), Clean(parts.Year), Clean(parts.Month), Clean(parts.Day));

    /// <summary>The fields of a kept or valid day.</summary>
    public static IReadOnlyDictionary<string, string?> Parts(string? value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Parts("seireki", $"{day.Year}", $"{day.Month}", $"{day.Day}");
        var kept = (value ?? "").Split('/');
        return kept.Length == 4 ? Parts(kept[0], kept[1], kept[2], kept[3]) : Parts(null, null, null, null);
    }

    private static Dictionary<string, string?> Parts(string? era, string? year, string? month, string? day) =>
        new() { ["era"] = era, ["year"] = year, ["month"] = month, ["day"] = day };

    private static string Clean(string? typed) => (typed ?? "").Replace('/', '／').Trim();
}
