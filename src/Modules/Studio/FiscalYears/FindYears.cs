using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.FiscalYears;

/// <summary>Finds what speaks of a year, always in the same order: dates wherever they stand, texts that name a year, fees and the city's own values.</summary>
internal sealed class FindYears(BusinessCalendar calendar)
{
    // Names, laws, the city's own notes and samples of decisions do not roll with the year.
    private static readonly HashSet<string> LeftAlone =
    [
        "slug", "kana", "keywords", "division", "owner", "legalBasis", "onlineBasis", "recordedOn", "appeal", "pia", "personalDataFile", "unverified", "lastChecked", "retention", "route",
        "id", "code", "use", "type", "regex", "url", "telephone", "exampleReasons", "exampleConditions",
    ];

    private const string Fee = "手数料など";

    private readonly YearDays days = new(calendar);
    private readonly YearWords words = new(new YearDays(calendar));

    public IReadOnlyList<FoundYear> Of(Definition definition, int from)
    {
        var found = new List<FoundYear>();
        Walk(definition.Root, "$", "", from, definition, found);
        // What the city sets itself is worth a look where the form has a year; a fee always is.
        return found.Exists(f => f.NamesYear) ? found : found.FindAll(f => f.Where.StartsWith(Fee, StringComparison.Ordinal));
    }

    private void Walk(JsonNode? node, string path, string key, int from, Definition definition, List<FoundYear> found)
    {
        switch (node)
        {
            case JsonObject many:
                foreach (var (name, inner) in many.ToList())
                    if (!LeftAlone.Contains(name) && !IsSampleOfDecision(path, name)) Walk(inner, $"{path}.{name}", name, from, definition, found);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++) Walk(list[i], $"{path}[{i}]", key, from, definition, found);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                if (OfText(value, path, key, from, definition) is { } text) found.Add(text);
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number && IsAmount(path, definition):
                found.Add(new FoundYear(number, FoundKind.Amount, WhereOf(path, key, definition), number.ToJsonString(), number.ToJsonString(), true, []));
                break;
        }
    }

    private FoundYear? OfText(JsonValue value, string path, string key, int from, Definition definition)
    {
        var now = value.GetValue<string>();
        if (now.Length == 0 || now[0] is '$' or '@') return null;
        if (IsDay(now, out var day))
        {
            var next = YearDays.Next(day);
            return new FoundYear(value, FoundKind.Day, WhereOf(path, key, definition), now, next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + now[10..], IsNear(day, from), [$"{JapaneseDate.Format(day)} → {JapaneseDate.Format(next)}", .. days.Notes(day, next)]);
        }

        if (path.StartsWith("$.example.", StringComparison.Ordinal)) return null;
        if (words.Of(now, from, key == "en") is { } moved) return new FoundYear(value, FoundKind.Text, WhereOf(path, key, definition), now, moved.Text, moved.Near, moved.Notes);
        return path.StartsWith("$.fee.text", StringComparison.Ordinal) && definition.Root["fee"]?["kind"]?.ToString() == "fixed"
            ? new FoundYear(value, FoundKind.Text, WhereOf(path, key, definition), now, now, true, []) : null;
    }

    /// <summary><c>2026-04-01</c>, with or without a time of day.</summary>
    public static bool IsDay(string text, out DateOnly day)
    {
        day = default;
        return text.Length is 10 or 16 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year < 2200 && (text.Length == 10 || (text[10] == 'T' && TimeOnly.TryParseExact(text[11..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    // 1 and 2 April and 31 March are the days ages are counted by, whatever their year.
    private static bool IsNear(DateOnly day, int from) =>
        (day.Year >= from - 1 && day.Year <= from + 3) || day is { Month: 4, Day: 1 or 2 } or { Month: 3, Day: 31 };

    private static bool IsAmount(string path, Definition definition) =>
        path.StartsWith("$.values.", StringComparison.Ordinal)
        || (path.StartsWith("$.fee.amount", StringComparison.Ordinal) && definition.Root["fee"]?["kind"]?.ToString() == "fixed");

    private static bool IsSampleOfDecision(string path, string name) =>
        name == "example" && (path.StartsWith("$.dispositions.", StringComparison.Ordinal) || path == "$.completion");

    private static string WhereOf(string path, string key, Definition definition)
    {
        var place = path switch
        {
            "$.opens" => "受付の始まり",
            "$.closes" => "受付の終わり",
            _ when path.StartsWith("$.fee.amount", StringComparison.Ordinal) => Fee + "の額",
            _ when path.StartsWith("$.fee.text", StringComparison.Ordinal) => Fee + "の説明",
            _ when path.StartsWith("$.values.", StringComparison.Ordinal) => $"市が決める値「{path["$.values.".Length..]}」",
            _ when path.StartsWith("$.title", StringComparison.Ordinal) => "手続の名前",
            _ when path.StartsWith("$.summary", StringComparison.Ordinal) => "手続の説明",
            _ when path.StartsWith("$.form.computed", StringComparison.Ordinal) || path.Contains(".computed[", StringComparison.Ordinal) => "計算する値",
            _ => Places.Of(path, definition)?.Name ?? (path.StartsWith("$.dispositions", StringComparison.Ordinal) || path.StartsWith("$.completion", StringComparison.Ordinal) ? "決定・完了" : "そのほか"),
        };
        var language = key switch { "en" => "（英語）", "ja-easy" => "（やさしい日本語）", _ => "" };
        var condition = path.Contains(".visibleWhen", StringComparison.Ordinal) || path.Contains(".when", StringComparison.Ordinal) || path.Contains(".required.", StringComparison.Ordinal) ? "の条件" : "";
        return place + condition + language;
    }
}
