using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>The era codes of <c>dads-date</c>; the year before each first year.</summary>
internal static class Eras
{
    private static readonly Dictionary<string, int> Before = new()
    {
        ["seireki"] = 0, ["reiwa"] = 2018, ["heisei"] = 1988, ["showa"] = 1925, ["taisho"] = 1911, ["meiji"] = 1867,
    };

    public static readonly IReadOnlyList<string> Codes = [.. Before.Keys];

    public static int? YearBefore(string? code) => string.IsNullOrEmpty(code) ? 0 : Before.TryGetValue(code, out var year) ? year : null;
}

/// <summary>What <c>dads-date</c> posted, as typed: 全角 digits and 元年 are understood.</summary>
public sealed record DateParts(string? Year, string? Month, string? Day, string? Era = null)
{
    /// <summary>Reads <c>name.year</c>, <c>.month</c>, <c>.day</c>, <c>.era</c> of a posted form.</summary>
    public static DateParts Read(IFormCollection form, string name) =>
        new(form[$"{name}.year"], form[$"{name}.month"], form[$"{name}.day"], form[$"{name}.era"]);

    /// <summary>Nothing was typed; a chosen era alone is nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    /// <summary>The day meant; false when there is no such day.</summary>
    public bool TryDate(out DateOnly day)
    {
        day = default;
        if (Eras.YearBefore(Era) is not { } before || Number(Year) is not { } year || Number(Month) is not { } month || Number(Day) is not { } number) return false;

        year += before;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new(year, month, number);
        return true;
    }

    private static int? Number(string? typed)
    {
        var plain = TextRules.Compatible(typed ?? "").Trim().TrimEnd('年', '月', '日');
        if (plain == "元") return 1;
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
