namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Months and amounts as residents read them.</summary>
internal static class DateWords
{
    public static string Month(DateOnly date, Language language) => language switch
    {
        Language.En => date.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Language.JaEasy => $"{date.Year}年{date.Month}月",
        _ => JapaneseDate.Format(date)[..^$"{date.Day}日".Length],
    };

    public static string Yen(decimal amount, Language language) => language == Language.En
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:#,0} yen")
        : string.Create(CultureInfo.InvariantCulture, $"{amount:#,0}円");

    public static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
