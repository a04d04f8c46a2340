namespace Madoguchi.Studio.Editing;

/// <summary>Values of a thing as its form shows them: by name of the form's field. What the form cannot say is not there.</summary>
internal static class FieldValues
{
    /// <summary>Empty rows offered behind those there are.</summary>
    public const int NewRows = 3;

    public static Dictionary<string, string> Of(JsonObject thing, IEnumerable<Field> fields, string prefix = "")
    {
        var values = new Dictionary<string, string>();
        foreach (var field in fields) Put(values, field, At(thing, field.Key), prefix + field.Key);
        return values;
    }

    /// <summary>Whether the form can show and write it; a rule or a list of another shape stays as it is.</summary>
    public static bool IsPlain(Field field, JsonNode? node) => node is null || field.Kind switch
    {
        FieldKind.Phrase or FieldKind.LongPhrase => Phrases.Of(node, "ja") is not null,
        FieldKind.Format => node is JsonValue format && format.TryGetValue<string>(out var regex) && FormatParts.Show(regex) is not null,
        FieldKind.Line or FieldKind.Long or FieldKind.Choice or FieldKind.Day => node is JsonValue text && text.GetValueKind() == JsonValueKind.String && (field.Kind != FieldKind.Line || !text.GetValue<string>().Contains('\n')),
        FieldKind.Number => node is JsonValue number && number.GetValueKind() == JsonValueKind.Number,
        FieldKind.Flag => node is JsonValue flag && flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        FieldKind.Ticks => IsTexts(node),
        FieldKind.Lines => IsTexts(node) && node.AsArray().All(t => !t!.GetValue<string>().Contains('\n')),
        FieldKind.Rows => node is JsonArray rows && rows.All(r => RowOf(field, r) is { } row && field.Columns.All(c => IsPlain(c, At(row, c.Key)))),
        FieldKind.Blocks => node is JsonArray,
        _ => true,
    };

    /// <summary>The value under a path; null when it is left out.</summary>
    public static JsonNode? At(JsonObject thing, string path)
    {
        JsonNode? at = thing;
        foreach (var key in path.Split('.')) at = (at as JsonObject)?[key];
        return at;
    }

    /// <summary>A row of a list as its columns read it; null for what is none.</summary>
    public static JsonObject? RowOf(Field field, JsonNode? item) => field.Bare ? new JsonObject { ["item"] = item?.DeepClone() } : item as JsonObject;

    private static bool IsTexts(JsonNode node) => node is JsonArray list && list.All(t => t is JsonValue text && text.GetValueKind() == JsonValueKind.String);

    private static void Put(Dictionary<string, string> values, Field field, JsonNode? node, string name)
    {
        if (!IsPlain(field, node)) return;
        switch (field.Kind)
        {
            case FieldKind.Phrase or FieldKind.LongPhrase:
                foreach (var language in Phrases.Languages) values[$"{name}.{language}"] = Phrases.Of(node, language) ?? "";
                break;
            case FieldKind.Number:
                values[name] = node?.ToJsonString() ?? "";
                break;
            case FieldKind.Flag:
                values[name] = (node?.GetValue<bool>() ?? field.Default) ? "true" : "";
                break;
            case FieldKind.Required:
                values[name] = node is null || node.GetValueKind() == JsonValueKind.True ? "true" : node.GetValueKind() == JsonValueKind.False ? "false" : "when";
                break;
            case FieldKind.Ticks:
                values[name] = node is null ? "" : string.Join(',', node.AsArray().Select(t => t!.GetValue<string>()).Order(StringComparer.Ordinal));
                break;
            case FieldKind.Lines:
                values[name] = node is null ? "" : string.Join('\n', node.AsArray().Select(t => t!.GetValue<string>()));
                break;
            case FieldKind.Day:
                values[name] = Formulas.TypedDay.Show(node?.GetValue<string>() ?? "");
                break;
            case FieldKind.Format:
                PutFormat(values, node?.GetValue<string>() ?? "", name);
                break;
            case FieldKind.Rows:
                PutRows(values, field, node as JsonArray ?? [], name);
                break;
            case FieldKind.Blocks:
                PutBlocks(values, node as JsonArray ?? [], name);
                break;
            default:
                values[name] = node?.GetValue<string>() ?? "";
                break;
        }
    }

    private static void PutRows(Dictionary<string, string> values, Field field, JsonArray rows, string name)
    {
        values[$"{name}.count"] = (rows.Count + NewRows).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < rows.Count + NewRows; i++)
        {
            values[$"{name}[{i}].order"] = i < rows.Count ? (i + 1).ToString(CultureInfo.InvariantCulture) : "";
            values[$"{name}[{i}].drop"] = "";
            foreach (var (key, value) in Of(i < rows.Count ? RowOf(field, rows[i])! : [], field.Columns, $"{name}[{i}].")) values[key] = value;
        }
    }

    private static void PutFormat(Dictionary<string, string> values, string regex, string name)
    {
        var parts = FormatParts.Show(regex)!;
        values[$"{name}.count"] = (parts.Count + NewRows).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < parts.Count + NewRows; i++)
        {
            var part = i < parts.Count ? parts[i] : new FormatPart("digits", "", "", "");
            values[$"{name}[{i}].order"] = i < parts.Count ? (i + 1).ToString(CultureInfo.InvariantCulture) : "";
            (values[$"{name}[{i}].kind"], values[$"{name}[{i}].least"], values[$"{name}[{i}].most"], values[$"{name}[{i}].text"], values[$"{name}[{i}].drop"]) = (part.Kind, part.Least, part.Most, part.Text, "");
        }
    }

    private static void PutBlocks(Dictionary<string, string> values, JsonArray blocks, string name)
    {
        values[$"{name}.count"] = (blocks.Count + NewRows).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < blocks.Count + NewRows; i++)
        {
            var (kind, text) = i < blocks.Count ? LetterBlocks.Show(blocks[i]) : ("sentence", "");
            values[$"{name}[{i}].order"] = i < blocks.Count ? (i + 1).ToString(CultureInfo.InvariantCulture) : "";
            values[$"{name}[{i}].drop"] = "";
            values[$"{name}[{i}].kind"] = kind;
            values[$"{name}[{i}].text"] = text;
        }
    }
}
