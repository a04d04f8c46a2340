namespace Madoguchi.Studio.Editing;

/// <summary>
/// Writes what was typed into a thing. A field that reads as it did before is not touched, so that nothing the form cannot say is lost.
/// What does not fit is written as it was typed: the reader of definitions says what is wrong with it, and the page where.
/// </summary>
internal sealed class FieldWriter(IReadOnlyDictionary<string, string> typed)
{
    private readonly Dictionary<string, int> rows = [];

    /// <summary>The form's row of a row of the definition: rows are moved and taken away.</summary>
    public int RowOf(string list, int index) => rows.GetValueOrDefault($"{list}[{index}]", index);

    public void Write(JsonObject thing, IEnumerable<Field> fields, string prefix = "")
    {
        foreach (var field in fields)
        {
            var node = FieldValues.At(thing, field.Key);
            if (!FieldValues.IsPlain(field, node)) continue;
            var name = prefix + field.Key;
            var shown = FieldValues.Of(thing, [field], prefix);
            if (shown.All(s => Typed(s.Key) == s.Value.ReplaceLineEndings("\n"))) continue;
            Put(thing, field, Made(field, node, name));
        }
    }

    private string Typed(string name) => typed.GetValueOrDefault(name, "").ReplaceLineEndings("\n");

    private JsonNode? Made(Field field, JsonNode? before, string name)
    {
        var text = Typed(name).Trim();
        switch (field.Kind)
        {
            case FieldKind.Phrase or FieldKind.LongPhrase:
                return MadePhrase(field, before, name);
            case FieldKind.Number:
                var plain = TextRules.HalfWidth(text).Replace(",", "", StringComparison.Ordinal);
                return plain.Length == 0 ? Empty(field) : decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);
            case FieldKind.Flag:
                return JsonValue.Create(text == "true");
            case FieldKind.Required:
                return text == "false" ? JsonValue.Create(false) : text == "when" ? before?.DeepClone() : null;
            case FieldKind.Ticks:
                return Texts(Typed(name).Split(',', StringSplitOptions.RemoveEmptyEntries));
            case FieldKind.Lines:
                var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return lines.Length == 0 && before is null ? null : Texts(lines);
            case FieldKind.Rows:
                var made = MadeRows(field, before as JsonArray ?? [], name);
                return made.Count == 0 && before is null ? null : made;
            case FieldKind.Blocks:
                return MadeBlocks(before as JsonArray ?? [], name);
            case FieldKind.Format:
                return MadeFormat(name);
            case FieldKind.Day:
                return text.Length == 0 ? Empty(field) : JsonValue.Create(Formulas.TypedDay.Read(text));
            default:
                return text.Length == 0 ? Empty(field) : JsonValue.Create(text);
        }
    }

    private static JsonValue? Empty(Field field) => field.Needed ? JsonValue.Create("") : null;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    // ｛漢字｜かんじ｝ as a Japanese keyboard gives it.
    private static string Ruby(string text) => text.Replace('｛', '{').Replace('｜', '|').Replace('｝', '}');

    private JsonNode? MadePhrase(Field field, JsonNode? before, string name)
    {
        var texts = Phrases.Languages.Select(l => (Language: l, Text: l == "ja-easy" ? Ruby(Typed($"{name}.{l}").Trim()) : Typed($"{name}.{l}").Trim())).ToList();
        if (texts.TrueForAll(t => t.Text.Length == 0)) return Empty(field);
        if (before is JsonValue && texts.Skip(1).All(t => t.Text.Length == 0)) return JsonValue.Create(texts[0].Text);
        var phrase = before is JsonObject many ? many.DeepClone().AsObject() : [];
        foreach (var (language, text) in texts)
        {
            if (text.Length > 0 || language == "ja") phrase[language] = text;
            else phrase.Remove(language);
        }

        return phrase;
    }

    private JsonArray MadeRows(Field field, JsonArray before, string name)
    {
        var made = new List<(decimal Order, int Row, JsonObject Item)>();
        for (var i = 0; i < Count(name, before.Count); i++)
        {
            var at = $"{name}[{i}]";
            if (Typed($"{at}.drop") == "true") continue;
            // Nothing was typed into it: what a tick means by default is no word either.
            if (i >= before.Count && FieldValues.Of([], field.Columns, at + ".").All(v => Typed(v.Key).Trim() is var text && (text.Length == 0 || text == v.Value))) continue;
            var item = i >= before.Count ? [] : field.Bare ? FieldValues.RowOf(field, before[i])! : before[i]!.DeepClone().AsObject();
            if (i >= before.Count && field.Seed is { } seed) item[seed.Key] = JsonNode.Parse(seed.Json);
            if (i >= before.Count && field.OwnId is { } own) item[own.Key] = Definition.NewCode(own.Prefix, [.. before.Concat(made.Select(m => (JsonNode?)m.Item)).Select(r => r![own.Key]?.ToString() ?? "")]);
            Write(item, field.Columns, at + ".");
            made.Add((Order(at, i), i, item));
        }

        return Sorted(made.Select(m => (m.Order, m.Row, field.Bare ? m.Item["item"]?.DeepClone() : m.Item)), name);
    }

    // Rows that say nothing leave nothing behind.
    private JsonValue? MadeFormat(string name)
    {
        var parts = new List<(decimal Order, FormatPart Part)>();
        for (var i = 0; i < Count(name, 0); i++)
        {
            var at = $"{name}[{i}]";
            var part = new FormatPart(Typed($"{at}.kind"), TextRules.HalfWidth(Typed($"{at}.least")).Trim(), TextRules.HalfWidth(Typed($"{at}.most")).Trim(), Typed($"{at}.text").Trim());
            if (Typed($"{at}.drop") != "true" && !part.IsEmpty) parts.Add((Order(at, i), part));
        }

        return parts.Count == 0 ? null : JsonValue.Create(FormatParts.Read([.. parts.OrderBy(p => p.Order).Select(p => p.Part)]));
    }

    private JsonArray MadeBlocks(JsonArray before, string name)
    {
        var made = new List<(decimal, int, JsonNode?)>();
        for (var i = 0; i < Count(name, before.Count); i++)
        {
            var at = $"{name}[{i}]";
            var text = Typed($"{at}.text").Trim('\n', ' ');
            if (Typed($"{at}.drop") == "true" || (i >= before.Count && text.Length == 0)) continue;
            var (kind, shown) = i < before.Count ? LetterBlocks.Show(before[i]) : ("", "");
            var same = i < before.Count && (kind == LetterBlocks.Kept || (kind == Typed($"{at}.kind") && shown == Typed($"{at}.text")));
            made.Add((Order(at, i), i, same ? before[i]?.DeepClone() : LetterBlocks.Read(Typed($"{at}.kind"), text)));
        }

        return Sorted(made, name);
    }

    private JsonArray Sorted(IEnumerable<(decimal Order, int Row, JsonNode? Item)> made, string name)
    {
        var sorted = made.OrderBy(m => m.Order).ThenBy(m => m.Row).ToList();
        for (var i = 0; i < sorted.Count; i++) rows[$"{name}[{i}]"] = sorted[i].Row;
        return new JsonArray([.. sorted.Select(s => s.Item)]);
    }

    private int Count(string name, int least) => int.TryParse(Typed($"{name}.count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, least, Math.Max(least, 500)) : least;

    private decimal Order(string at, int index) =>
        decimal.TryParse(TextRules.HalfWidth(Typed($"{at}.order")), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 1000 + index;

    private static void Put(JsonObject thing, Field field, JsonNode? value)
    {
        var path = field.Key.Split('.');
        List<JsonObject> line = [thing];
        foreach (var key in path[..^1])
        {
            if (line[^1][key] is not JsonObject next) line[^1][key] = next = [];
            line.Add(next);
        }

        if (value is not null) line[^1][path[^1]] = value;
        else line[^1].Remove(path[^1]);
        for (var i = line.Count - 1; i > 0 && line[i].Count == 0; i--) line[i - 1].Remove(path[i - 1]);
    }
}
