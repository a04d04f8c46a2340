using System.Globalization;
using System.Text.Json.Nodes;
using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Questions;

/// <summary>
/// Turns a posted form into answers as the API takes them. Blank is absent; what cannot be read stays as it was typed,
/// so that the engine says what is wrong and the page shows it again.
/// </summary>
internal sealed class AnswerForm(IFormCollection posted)
{
    /// <summary>Field with the keys that were on the page: what was not shown keeps its answer.</summary>
    public const string Shown = "shown";

    private readonly HashSet<string> shown = [.. posted[Shown].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)];

    public bool WasShown(string key) => shown.Contains(key);

    /// <summary>The answers of these questions; null takes one away. Held answers stand in for what was not on the page.</summary>
    public JsonObject Read(IEnumerable<Question> questions, Typed held)
    {
        var answers = new JsonObject();
        foreach (var question in questions.Where(q => q.Type != QuestionType.Info && WasShown(q.Id)))
        {
            if (question.Type == QuestionType.Group) answers[question.Id] = Items(question, held);
            else Put(answers, question, question.Id, held);
        }

        return answers;
    }

    private JsonArray? Items(Question group, Typed held)
    {
        var count = int.TryParse(posted[$"{group.Id}.count"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Min(given, (int)(group.Max ?? 10)) : 0;
        var items = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var item = new JsonObject();
            foreach (var question in group.Questions.Where(q => q.Type != QuestionType.Info))
            {
                var key = $"{group.Id}[{i}].{question.Id}";
                if (WasShown(key)) Put(item, question, key, held);
                else if (held.At(key) is { } kept) item[question.Id] = kept.DeepClone();
            }

            foreach (var name in item.Where(a => a.Value is null).Select(a => a.Key).ToList()) item.Remove(name);
            items.Add(item);
        }

        return items.Count == 0 ? null : items;
    }

    private void Put(JsonObject answers, Question question, string key, Typed held)
    {
        answers[question.Id] = question.Type == QuestionType.File ? held.At(key)?.DeepClone() : One(question, key);
        if (question.Other) answers[question.Id + "Other"] = Text(posted[key + "Other"].ToString());
        if (question.MayFollow) answers[question.Id + "Later"] = posted[key + "Later"].Contains("true") ? true : null;
    }

    private JsonNode? One(Question question, string key) => question.Type switch
    {
        QuestionType.Choices => Many(key),
        QuestionType.YesNo => posted[key].ToString() switch { "true" => true, "false" => false, _ => null },
        QuestionType.Declaration => posted[key].Contains("true") ? true : null,
        QuestionType.Number or QuestionType.Yen => Number(posted[key].ToString()),
        QuestionType.Date => Date(key),
        QuestionType.Name => Parts(key, "family", "given", "familyKana", "givenKana", "oldName", "alias"),
        QuestionType.Period => Period(key),
        QuestionType.MapPoint => Parts(key, "lat", "lng", "text"),
        QuestionType.Address => Parts(key, "postalCode", "prefecture", "city", "town", "street", "building"),
        QuestionType.Bank => Parts(key, "bankCode", "branchCode", "type", "number", "holderKana"),
        _ => Text(posted[key].ToString()),
    };

    private static JsonNode? Text(string typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n");

    private JsonArray? Many(string key)
    {
        var ticked = posted[key].Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
        return ticked.Count == 0 ? null : new JsonArray([.. ticked.Select(v => JsonValue.Create(v))]);
    }

    private static JsonNode? Number(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var plain = TextRules.HalfWidth(typed).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(typed);
    }

    private JsonNode? Date(string key)
    {
        var parts = DateParts.Read(posted, key);
        if (parts.IsEmpty) return null;
        return parts.TryDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DateWords.Kept(parts);
    }

    private JsonObject? Period(string key)
    {
        var parts = new JsonObject();
        foreach (var name in (string[])["from", "to"])
            if (Date($"{key}.{name}") is { } day) parts[name] = day;
        return parts.Count == 0 ? null : parts;
    }

    private JsonObject? Parts(string key, params ReadOnlySpan<string> names)
    {
        var parts = new JsonObject();
        foreach (var name in names)
            if (Text(posted[$"{key}.{name}"].ToString()) is { } text) parts[name] = text;
        return parts.Count == 0 ? null : parts;
    }
}
