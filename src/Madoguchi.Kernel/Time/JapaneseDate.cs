using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Time;

/// <summary>Days as Japan counts them: Tokyo time, 和暦, 年度, and ages by 年齢計算ニ関スル法律.</summary>
public static partial class JapaneseDate
{
    // Japan has no summer time: nine hours always, without a time zone database.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>The day in Tokyo at this moment (UTC).</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(ToTokyo(utc).DateTime);

    /// <summary>The same moment with the offset +09:00.</summary>
    public static DateTimeOffset ToTokyo(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToOffset(Tokyo);

    /// <summary>The moment (UTC) of a time of day in Tokyo; the first nine hours of the calendar are its beginning.</summary>
    public static DateTime UtcOf(DateOnly tokyoDay, TimeOnly time) =>
        new(Math.Max(0, tokyoDay.ToDateTime(time).Ticks - Tokyo.Ticks), DateTimeKind.Utc);

    /// <summary>「令和8年11月22日」; the first year is 元年; before 明治 the Gregorian year.</summary>
    public static string Format(DateOnly day) => Era.Of(day) is { } era
        ? $"{era.Name}{YearName(era.YearOf(day.Year))}年{day.Month}月{day.Day}日"
        : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>「R8.11.22」 for narrow columns.</summary>
    public static string FormatShort(DateOnly day) => Era.Of(day) is { } era
        ? $"{era.Letter}{era.YearOf(day.Year)}.{day.Month}.{day.Day}"
        : $"{day.Year}.{day.Month}.{day.Day}";

    /// <summary>
    /// Reads ISO (2026-11-22), 2026/11/22, 20261122, 2026年11月22日, 令和8年11月22日, 令8.11.22, R8/11/22, 元年, full width or half.
    /// A day after its era's end is taken as meant: 平成31年5月1日 is 令和元年5月1日.
    /// </summary>
    public static bool TryParse(string? text, out DateOnly day)
    {
        if (TryIso(text, out day)) return true;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40 || !IsWellFormed(text)) return false;

        var match = Written().Match(TextRules.Compatible(text).Trim());
        if (!match.Success) return false;

        var year = match.Groups["y"].Value == "元" ? 1 : Number(match.Groups["y"].Value);
        if (match.Groups["era"].Value is { Length: > 0 } name)
        {
            if (Era.Named(name) is not { } era || year is < 1 or > 200) return false;
            year += era.FirstDay.Year - 1;
        }
        else if (match.Groups["y"].Length != 4)
        {
            return false;
        }

        return TryMake(year, Number(match.Groups["m"].Value), Number(match.Groups["d"].Value), out day);
    }

    /// <summary>年度: April 2026 to March 2027 is 2026.</summary>
    public static int FiscalYear(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    /// <summary>「8」 for 令和8年度, 「元」 for 令和元年度, as document numbers carry it.</summary>
    public static string FiscalYearShort(DateOnly day) => FiscalYearParts(day).Year;

    /// <summary>「令和8年度」.</summary>
    public static string FiscalYearName(DateOnly day) => FiscalYearParts(day) is var (era, year) ? $"{era}{year}年度" : "";

    /// <summary>
    /// The age reached by the end of this day. A year of age is complete at the end of the day before the birthday,
    /// so the day before the birthday already counts, as it does for school, elections and insurance. 0 before birth.
    /// </summary>
    public static int AgeOn(DateOnly birth, DateOnly on)
    {
        var age = Math.Max(0, on.Year - birth.Year + 1);
        while (age > 0 && DayReaching(birth, age) > on) age--;
        return age;
    }

    /// <summary>「○歳に達する日」: the day before the birthday (年齢計算ニ関スル法律, 民法143条); 28 February for those born on 29 February.</summary>
    public static DateOnly DayReaching(DateOnly birth, int age)
    {
        var year = birth.Year + age;
        return birth is { Month: 2, Day: 29 } ? new DateOnly(year, 2, 28) : new DateOnly(year, birth.Month, birth.Day).AddDays(-1);
    }

    /// <summary>「○歳に達する日以後の最初の3月31日」.</summary>
    public static DateOnly FiscalYearEndAfterReaching(DateOnly birth, int age) => new(FiscalYear(DayReaching(birth, age)) + 1, 3, 31);

    // The year named by Gregorian number keeps 昭和63年度 until March 1989 and makes 令和元年度 of 2019 from 1 May on.
    private static (string Era, string Year) FiscalYearParts(DateOnly day)
    {
        var year = FiscalYear(day);
        var era = Era.All.FirstOrDefault(e => e.FirstDay <= day && e.YearOf(year) >= 1);
        return era is null ? ("", year.ToString(CultureInfo.InvariantCulture)) : (era.Name, YearName(era.YearOf(year)));
    }

    private static string YearName(int year) => year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool TryMake(int year, int month, int day, out DateOnly made)
    {
        made = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        made = new DateOnly(year, month, day);
        return true;
    }

    // By hand: every answer and every word that may be a date comes by here, and the library's way asks the culture.
    private static bool TryIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfMonth)
            && TryMake(year, month, dayOfMonth, out day);
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar);

    [GeneratedRegex(
        """
        ^(?:(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})
          |(?<era>[^\s0-9元]{1,2})?\s*(?<y>[0-9]{1,4}|元)\s*[-/.年‐−ー]\s*(?<m>[0-9]{1,2})\s*[-/.月‐−ー]\s*(?<d>[0-9]{1,2})\s*日?)$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
