using System.Globalization;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Time;

/// <summary>Days and moments as people read them: 「令和8年11月22日」, "22 November 2026", 「2026年11月22日」 in easy Japanese.</summary>
public static class DayWords
{
    public static string Day(DateOnly day, Language language) => language switch
    {
        Language.En => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        Language.JaEasy => $"{day.Year}年{day.Month}月{day.Day}日",
        _ => JapaneseDate.Format(day),
    };

    /// <summary>Day and time of day in Tokyo.</summary>
    public static string Moment(DateTime utc, Language language) => $"{Day(JapaneseDate.Of(utc), language)} {JapaneseDate.ToTokyo(utc):HH\\:mm}";

    /// <summary>The same for machines: <c>2026-11-22T12:00:00+09:00</c>.</summary>
    public static string Machine(DateTime utc) => JapaneseDate.ToTokyo(utc).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
