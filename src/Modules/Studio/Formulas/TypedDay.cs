using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Formulas;

/// <summary>Days as officers type and read them: 令和8年4月1日, 今日, 今日の18年前.</summary>
internal static partial class TypedDay
{
    /// <summary>As definitions keep it; what cannot be read stays as it was typed, to be told.</summary>
    public static string Read(string typed)
    {
        var text = TextRules.HalfWidth(TextRules.Normalise(typed)).Replace(" ", "", StringComparison.Ordinal);
        if (text is "今日" or "本日" or "届いた日" or "提出する日") return "@today";
        if (Relative().Match(text) is { Success: true } day)
            return $"@{(day.Groups[3].Value == "前" ? '-' : '+')}{day.Groups[1].Value}{day.Groups[2].Value switch { "年" => 'y', "日" => 'd', _ => 'm' }}";
        return text is not ['@' or '$', ..] && JapaneseDate.TryParse(text, out var on) ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : typed.Trim();
    }

    public static string Show(string kept)
    {
        if (kept == "@today") return "今日";
        if (Kept().Match(kept) is { Success: true } day)
            return $"今日の{day.Groups[2].Value}{day.Groups[3].Value switch { "y" => "年", "d" => "日", _ => "か月" }}{(day.Groups[1].Value == "-" ? "前" : "後")}";
        return kept;
    }

    public static bool IsDay(string kept) => kept is ['@', ..] || DateOnly.TryParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("^(?:(?:今日|本日|届いた日|提出する日)の)?([0-9]{1,4})(年|か月|ヶ月|カ月|ヵ月|月|日)(前|後)$")]
    private static partial Regex Relative();

    [GeneratedRegex("^@([+-])([0-9]+)([ymd])$")]
    private static partial Regex Kept();
}
