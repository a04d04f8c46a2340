using System.Globalization;
using System.Text.Json;

namespace Madoguchi.Applications.MyApplications;

/// <summary>A result in words: plain values, and tables such as the amounts for each child.</summary>
internal sealed record ResultWords(IReadOnlyList<ResultWords.Line> Lines, IReadOnlyList<ResultWords.Table> Tables)
{
    internal sealed record Line(LocalizedText Label, LocalizedText Value);

    internal sealed record Table(LocalizedText Label, IReadOnlyList<ResultField> Columns, IReadOnlyList<IReadOnlyList<LocalizedText>> Rows);

    public static ResultWords Of(IReadOnlyList<ResultField> fields, string json, Localizer text)
    {
        using var document = JsonDocument.Parse(json);
        var lines = new List<Line>();
        var tables = new List<Table>();
        foreach (var field in fields)
        {
            if (!document.RootElement.TryGetProperty(field.Id, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            var label = field.Label.In(text.Language);
            if (field.Type == "table" && value.ValueKind == JsonValueKind.Array)
                tables.Add(new Table(label, field.Columns, [.. value.EnumerateArray().Select(row => (IReadOnlyList<LocalizedText>)[.. field.Columns.Select(c => row.TryGetProperty(c.Id, out var cell) ? Words(c, cell, text) : LocalizedText.Empty)])]));
            else
                lines.Add(new Line(label, Words(field, value, text)));
        }

        return new ResultWords(lines, tables);
    }

    private static LocalizedText Words(ResultField field, JsonElement value, Localizer text)
    {
        var plain = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return field.Type switch
        {
            "yen" when value.TryGetInt64(out var yen) => text["result.yen", ("amount", yen.ToString("#,0", CultureInfo.InvariantCulture))],
            "yesNo" => text[value.ValueKind == JsonValueKind.True ? "design.yes" : "design.no"],
            "date" when DateOnly.TryParseExact(plain, "yyyy-MM-dd", out var day) => DayWords.Day(day, text.Language),
            "month" when DateOnly.TryParseExact(plain + "-01", "yyyy-MM-dd", out var month) => Month(month, text.Language),
            "choice" => field.Options.FirstOrDefault(o => o.Code == plain)?.Label.In(text.Language) ?? new LocalizedText(plain),
            _ => new LocalizedText(plain.Replace('|', '｜')),
        };
    }

    private static LocalizedText Month(DateOnly month, Language language) => language switch
    {
        Language.En => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Language.JaEasy => $"{month.Year}年{month.Month}月",
        _ => JapaneseDate.Format(month)[..^"1日".Length],
    };
}
