using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Tests.Properties;

/// <summary>One answer read by the type of its question: its value, and what is wrong (where, behind the question's key).</summary>
internal sealed record Reading(object? Value, List<string> Wrong)
{
    private static readonly Reading Absent = new(null, []);
    private static readonly Reading Unreadable = new(null, [""]);

    public static Reading Of(JsonObject question, JsonNode? given, string key)
    {
        if (given is null) return Absent;
        var kind = given.GetValueKind();
        switch ((string)question["type"]!)
        {
            case "text" or "longText": return Text(question, given);
            case "choice": return Chosen(question, given);
            case "choices": return kind == JsonValueKind.Array ? Ticked(question, given.AsArray()) : Unreadable;
            case "yesNo" or "declaration": return kind is JsonValueKind.True or JsonValueKind.False ? new Reading((bool)given, []) : Unreadable;
            case "number" or "yen": return kind == JsonValueKind.Number ? Number(question, given.GetValue<decimal>()) : Unreadable;
            case "date": return Plain(given) is { Value: string day } ? Day(day) is { } date ? new Reading(date, []) : Unreadable : Plain(given);
            case "time": return Plain(given) is { Value: string clock } ? Time(question, clock) : Plain(given);
            case "period": return kind == JsonValueKind.Object ? Period(given.AsObject()) : Unreadable;
            case "file": return kind == JsonValueKind.Array ? Files(question, given.AsArray()) : Unreadable;
            case "group": return kind == JsonValueKind.Array ? Items(question, given.AsArray(), key) : Unreadable;
            default: return Absent;
        }
    }

    /// <summary>The words of the option <c>other</c>.</summary>
    public static Reading Other(JsonNode? given) => given is null ? Absent : Plain(given);

    private static Reading Plain(JsonNode given, bool lines = false)
    {
        if (given.GetValueKind() != JsonValueKind.String) return Unreadable;
        var text = ((string)given!).Trim();
        return text.Length == 0 ? Absent : !lines && text.Contains('\n') ? Unreadable : new Reading(text, []);
    }

    private static Reading Text(JsonObject question, JsonNode given)
    {
        var isLong = (string)question["type"]! == "longText";
        if (Plain(given, isLong) is not { Value: string text }) return Plain(given, isLong);
        var length = new StringInfo(text).LengthInTextElements;
        var fits = length <= ((int?)question["maxLength"] ?? (isLong ? 1000 : 100)) && length >= ((int?)question["minLength"] ?? 0);
        return new Reading(text, fits ? [] : [""]);
    }

    private static Reading Chosen(JsonObject question, JsonNode given) => Plain(given) is not { Value: string code } ? Plain(given) : Codes(question).Contains(code) ? new Reading(code, []) : Unreadable;

    private static List<string> Codes(JsonObject question) =>
        [.. question["options"]!.AsArray().Select(o => (string)o!["code"]!), .. (bool?)question["other"] == true ? ["other"] : Array.Empty<string>()];

    private static Reading Ticked(JsonObject question, JsonArray given)
    {
        var wrong = new List<string>();
        var ticked = new HashSet<string>();
        foreach (var item in given)
        {
            var code = item is null ? Unreadable : Plain(item);
            wrong.AddRange(code.Wrong);
            if (code.Value is string known && !Codes(question).Contains(known)) return Unreadable;
            if (code.Value is string tick) ticked.Add(tick);
        }

        if (ticked.Count == 0) return new Reading(null, wrong);
        if (ticked.Count < (int?)question["min"] || ticked.Count > (int?)question["max"]) wrong.Add("");
        return new Reading(Codes(question).Where(ticked.Contains).ToList(), wrong);
    }

    private static Reading Number(JsonObject question, decimal number)
    {
        if (Math.Abs(number) > 999_999_999_999) return Unreadable;
        var fits = number == Math.Round(number, (int?)question["decimals"] ?? 0) && number >= ((decimal?)question["min"] ?? 0) && number <= ((decimal?)question["max"] ?? 999_999_999_999);
        return new Reading(number, fits ? [] : [""]);
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && day.Year is >= 1800 and <= 2200 ? day : null;

    private static Reading Time(JsonObject question, string text)
    {
        if (!TimeOnly.TryParseExact(text, "HH:mm", out var time)) return Unreadable;
        var wrong = (question["min"] is { } min && time < TimeOnly.Parse((string)min!, CultureInfo.InvariantCulture)) || (question["max"] is { } max && time > TimeOnly.Parse((string)max!, CultureInfo.InvariantCulture));
        return new Reading(text, wrong ? [""] : []);
    }

    private static Reading Period(JsonObject given)
    {
        var unknown = given.Any(p => p.Key is not ("from" or "to"));
        if (given["from"] is null && given["to"] is null) return unknown ? Unreadable : Absent;
        var (from, to) = (End(given["from"]), End(given["to"]));
        if (from is null || to is null || from > to) return Unreadable;
        return new Reading(new Dictionary<string, object> { ["from"] = from, ["to"] = to }, unknown ? [""] : []);
    }

    private static DateOnly? End(JsonNode? given) => given is not null && Plain(given).Value is string text ? Day(text) : null;

    private static Reading Files(JsonObject question, JsonArray given)
    {
        var wrong = new List<string>();
        var ids = new List<string>();
        foreach (var item in given)
        {
            var id = item is null ? Unreadable : Plain(item);
            wrong.AddRange(id.Wrong);
            if (id.Value is string file && !ids.Contains(file)) ids.Add(file);
        }

        if (ids.Count > ((int?)question["max"] ?? 5)) return new Reading(null, [.. wrong, ""]);
        return new Reading(ids.Count == 0 ? null : ids, wrong);
    }

    private static Reading Items(JsonObject question, JsonArray given, string key)
    {
        if (given.Count == 0) return Absent;
        if (given.Count > ((int?)question["max"] ?? 10)) return Unreadable;
        var wrong = given.Select((item, i) => (item, i)).Where(g => g.item is not JsonObject).Select(g => $"[{g.i}]").ToList();
        return new Reading(Enumerable.Range(0, given.Count).Select(i => new Place(key, i)).ToList(), wrong);
    }
}
