namespace Madoguchi.Studio.FiscalYears;

/// <summary>Numbers of years as people write them: 8, ８, 八, 元, 2026, ２０２６, 二〇二六.</summary>
internal static class YearNumbers
{
    private const string Kanji = "〇一二三四五六七八九";

    /// <summary>Null when it is none.</summary>
    public static int? Read(string written)
    {
        if (written == "元") return 1;
        var half = TextRules.HalfWidth(written);
        if (int.TryParse(half, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (written.All(c => Kanji.Contains(c, StringComparison.Ordinal))) return int.Parse(string.Concat(written.Select(c => Kanji.IndexOf(c, StringComparison.Ordinal))), CultureInfo.InvariantCulture);
        var ten = written.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0 || ten > 1 || written.Length > ten + 2) return null;
        var (tens, ones) = (ten == 0 ? 1 : Kanji.IndexOf(written[0], StringComparison.Ordinal), ten + 1 == written.Length ? 0 : Kanji.IndexOf(written[^1], StringComparison.Ordinal));
        return tens < 0 || ones < 0 ? null : (10 * tens) + ones;
    }

    /// <summary>The number in the way the other one is written.</summary>
    public static string Like(string written, int number)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        if (written.Any(c => c is >= '０' and <= '９')) return string.Concat(plain.Select(c => (char)(c - '0' + '０')));
        if (written == "元" || !written.Any(c => c == '十' || Kanji.Contains(c, StringComparison.Ordinal))) return plain;
        if (number > 99) return string.Concat(plain.Select(c => Kanji[c - '0']));
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Kanji[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Kanji[ones].ToString() : "");
    }
}
