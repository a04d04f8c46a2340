namespace Madoguchi.Procedures.Compare;

/// <summary>Values of a definition in words.</summary>
internal sealed class PartWords(DefinitionWords words)
{
    public static JsonElement? Get(JsonElement? of, string key) =>
        of is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(key, out var value) ? value : null;

    /// <summary>A text of several languages.</summary>
    public static bool IsPhrase(JsonElement? value) => Get(value, "ja") is { ValueKind: JsonValueKind.String };

    /// <summary>The text in a language; a plain text is Japanese. Null when there is none.</summary>
    public static string? Text(JsonElement? value, string language = "ja") => value switch
    {
        { ValueKind: JsonValueKind.String } plain when language == "ja" => plain.GetString(),
        { ValueKind: JsonValueKind.Object } => Get(value, language) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null,
        _ => null,
    };

    /// <summary>What stands under the key, as an officer would say it; null when no words say it.</summary>
    /// <param name="group">Id of the group it stands in, or null.</param>
    public string? Of(JsonElement value, string key, string? group)
    {
        if (IsPhrase(value)) return Text(value);
        if (key is "visibleWhen" or "when" or "required" && value.ValueKind == JsonValueKind.Object) return words.When(value, group) + (key == "required" ? "は必須" : "");
        if (key is "when" or "visibleWhen" && value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean() ? "いつも" : "当てはまるときはない";
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal().ToString("#,0.######", CultureInfo.InvariantCulture) + PartNames.Unit(key),
            JsonValueKind.True => key == "required" ? "必須" : "はい",
            JsonValueKind.False => key == "required" ? "任意" : "いいえ",
            JsonValueKind.String => Plain(value, key, group),
            JsonValueKind.Object when key is "value" or "min" or "max" or "amount" => words.Value(value, group),
            _ => null,
        };
    }

    /// <summary>The label of a page, question, option, document …; its id when it has none.</summary>
    public string Label(JsonElement item)
    {
        foreach (var key in (string[])["label", "title", "subject", "law", "text", "message", "post"])
            if (Text(Get(item, key)) is { Length: > 0 } text) return TextPair.Short(key == "post" ? words.Post(text) : text, 30);
        if (Text(Get(item, "document")) is { } document && Documents.FirstOrDefault(d => Text(Get(d, "id")) == document) is { ValueKind: JsonValueKind.Object } source) return Label(source);
        return Id(item) ?? Text(item) ?? "";
    }

    /// <summary>「1つ選ぶ、必須、選択肢：赤、青」.</summary>
    public string Question(JsonElement question, string? group)
    {
        var parts = new List<string> { PartNames.Code("type", Text(Get(question, "type")) ?? "") };
        if (parts[0] != "説明だけ") parts.Add(Get(question, "required") is { } required ? Of(required, "required", group) ?? "" : "必須");
        if (Get(question, "options") is { ValueKind: JsonValueKind.Array } options) parts.Add("選択肢：" + TextPair.Short(string.Join("、", options.EnumerateArray().Select(Label)), 200));
        if (Get(question, "visibleWhen") is { } when) parts.Add(Of(when, "visibleWhen", group) ?? "");
        return string.Join("、", parts.Where(p => p.Length > 0));
    }

    /// <summary>Every text of a part in its order, in all languages, without ids and codes.</summary>
    /// <param name="group">Id of the group it stands in, or null.</param>
    /// <param name="apart">Keys of the part that are told elsewhere.</param>
    public IEnumerable<string> Texts(JsonElement item, string? group, params string[] apart) => item.ValueKind switch
    {
        JsonValueKind.Array => item.EnumerateArray().SelectMany(i => Texts(i, group)),
        JsonValueKind.Object => item.EnumerateObject().Where(p => !apart.Contains(p.Name)).SelectMany(p => TextsOf(item, p, group)),
        JsonValueKind.String => item.GetString() is { Length: > 0 } text ? [text] : [],
        _ => [],
    };

    private IEnumerable<string> TextsOf(JsonElement item, JsonProperty part, string? group) => part.Name switch
    {
        "id" or "code" or "type" or "regex" => [],
        "body" when part.Value.ValueKind == JsonValueKind.Array => LetterLines.Of(part.Value),
        "visibleWhen" or "when" or "required" or "value" => part.Value.ValueKind == JsonValueKind.Object && Of(part.Value, part.Name, group) is { } said ? [said] : [],
        "questions" or "columns" or "computed" => Texts(part.Value, Id(item) ?? group),
        _ => Texts(part.Value, group),
    };

    /// <summary>「承認 担当課の係長 → 決裁 担当課の課長」.</summary>
    public string Route(JsonElement? route)
    {
        var steps = route is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        return steps.Count == 0 ? "包括専決（決裁なし）" : string.Join(" → ", steps.Select(s => $"{PartNames.Code("route", Text(Get(s, "kind")) ?? "")} {words.Post(Text(Get(s, "post")) ?? "")}"));
    }

    public static string? Id(JsonElement item) => Text(Get(item, "id")) ?? Text(Get(item, "code"));

    private IEnumerable<JsonElement> Documents => Get(words.Root, "requiredDocuments") is { ValueKind: JsonValueKind.Array } documents ? documents.EnumerateArray() : [];

    private string Plain(JsonElement value, string key, string? group)
    {
        var text = value.GetString()!;
        if (key == "post") return words.Post(text);
        if (PartNames.IsCode(key)) return PartNames.Code(key, text);
        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return $"{JapaneseDate.Format(DateOnly.FromDateTime(moment))} {moment:HH\\:mm}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) return JapaneseDate.Format(day);
        return key is "value" or "min" or "max" or "amount" or "required" or "when" or "visibleWhen" && text is ['$' or '@', ..]
            ? key is "value" or "min" or "max" or "amount" ? words.Value(value, group) : words.When(value, group) : text;
    }
}
