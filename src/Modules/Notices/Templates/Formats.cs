using System.Globalization;
using System.Text.Json;

namespace Madoguchi.Notices.Templates;

/// <summary>How a value is written in a letter: <c>{{amount | yen}}</c>. Null from a format: the value is not of that kind.</summary>
internal static class Formats
{
    private static readonly Dictionary<string, Func<JsonElement, string?>> All = new()
    {
        ["date"] = v => Day(v) is { } day ? JapaneseDate.Format(day) : null,
        ["month"] = v => Day(v) is { } day ? Month(day) : null,
        ["number"] = v => v.ValueKind is JsonValueKind.Number && v.TryGetDecimal(out var number) ? number.ToString("#,0.######", CultureInfo.InvariantCulture) : null,
        ["yen"] = v => Whole(v) is { } yen ? yen.ToString("#,0", CultureInfo.InvariantCulture) + "円" : null,
        ["tail3"] = v => v.ValueKind is JsonValueKind.String && v.GetString() is { Length: >= 3 } text ? new string('＊', text.Length - 3) + text[^3..] : null,
    };

    public static bool Has(string format) => All.ContainsKey(format);

    public static string? Apply(string format, JsonElement value) => All[format](value);

    private static long? Whole(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A day <c>2026-12-01</c> or a month <c>2026-12</c> (its first day).</summary>
    private static DateOnly? Day(JsonElement value) =>
        value.ValueKind is JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>令和8年12月分 is said of months: the day is cut from the full date.</summary>
    private static string Month(DateOnly day)
    {
        var full = JapaneseDate.Format(day);
        return full[..(full.IndexOf('月', StringComparison.Ordinal) + 1)];
    }
}
