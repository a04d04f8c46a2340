namespace Madoguchi.Notices.Templates;

internal static class JapaneseDate
{
    public static string Format(DateOnly day) => $"令和{(day.Year == 2019 ? "元" : day.Year - 2018)}年{day.Month}月{day.Day}日";
}
