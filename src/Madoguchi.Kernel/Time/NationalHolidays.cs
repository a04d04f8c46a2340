using System.Collections.Frozen;

namespace Madoguchi.Kernel.Time;

/// <summary>国民の祝日に関する法律, with the special laws of 2019 (即位), 2020 and 2021 (オリンピック).</summary>
internal static class NationalHolidays
{
    public static FrozenDictionary<DateOnly, string> Of(int year)
    {
        var holidays = Named(year).ToDictionary(h => h.Day, h => h.Name);
        AddSubstitutes(holidays);
        AddBetween(holidays, year);
        return holidays.ToFrozenDictionary();
    }

    private static IEnumerable<(DateOnly Day, string Name)> Named(int year)
    {
        yield return (new(year, 1, 1), "元日");
        yield return (Monday(year, 1, 2), "成人の日");
        yield return (new(year, 2, 11), "建国記念の日");
        if (year >= 2020) yield return (new(year, 2, 23), "天皇誕生日");
        yield return (new(year, 3, Equinox(year, 20.8431)), "春分の日");
        yield return (new(year, 4, 29), "昭和の日");
        yield return (new(year, 5, 3), "憲法記念日");
        yield return (new(year, 5, 4), "みどりの日");
        yield return (new(year, 5, 5), "こどもの日");
        yield return (year switch { 2020 => new(2020, 7, 23), 2021 => new(2021, 7, 22), _ => Monday(year, 7, 3) }, "海の日");
        yield return (year switch { 2020 => new(2020, 8, 10), 2021 => new(2021, 8, 8), _ => new(year, 8, 11) }, "山の日");
        yield return (Monday(year, 9, 3), "敬老の日");
        yield return (new(year, 9, Equinox(year, 23.2488)), "秋分の日");
        yield return (year switch { 2020 => new(2020, 7, 24), 2021 => new(2021, 7, 23), _ => Monday(year, 10, 2) }, year >= 2020 ? "スポーツの日" : "体育の日");
        yield return (new(year, 11, 3), "文化の日");
        yield return (new(year, 11, 23), "勤労感謝の日");
        if (year != 2019) yield break;
        yield return (new(2019, 5, 1), "即位の日");
        yield return (new(2019, 10, 22), "即位礼正殿の儀");
    }

    // 3条2項: a holiday on a Sunday closes the nearest following day that is not a holiday.
    private static void AddSubstitutes(Dictionary<DateOnly, string> holidays)
    {
        foreach (var sunday in holidays.Keys.Where(d => d.DayOfWeek == DayOfWeek.Sunday).Order().ToList())
        {
            var day = sunday.AddDays(1);
            while (holidays.ContainsKey(day)) day = day.AddDays(1);
            holidays.Add(day, "休日(振替)");
        }
    }

    // 3条3項: a day between two holidays.
    private static void AddBetween(Dictionary<DateOnly, string> holidays, int year)
    {
        var named = Named(year).Select(h => h.Day).ToHashSet();
        foreach (var between in named.Select(d => d.AddDays(1)).Where(d => named.Contains(d.AddDays(1))).ToList())
            holidays.TryAdd(between, "休日");
    }

    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        var toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toMonday + (7 * (nth - 1)));
    }

    // The usual approximation of the equinoxes, right for 1980 to 2099; the day itself is announced each February for the next year.
    private static int Equinox(int year, double offset) =>
        (int)(offset + (0.242194 * (year - 1980)) - Math.Floor((year - 1980) / 4.0));
}
