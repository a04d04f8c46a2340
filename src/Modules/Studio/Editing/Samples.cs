namespace Madoguchi.Studio.Editing;

/// <summary>A sample answer to a question, so that the example of a procedure can always be sent.</summary>
internal static class Samples
{
    private static readonly string[] Suffixes = ["Other", "Later"];

    public static JsonNode? Of(JsonObject question, IDirectory directory) => Definition.Type(question) switch
    {
        "text" => Text(question),
        "longText" => "見本の文です。",
        "choice" when question["options"] is JsonArray { Count: > 0 } options => options[0]!["code"]!.DeepClone(),
        "choice" when question["options"] is JsonValue => "@session",
        "choices" when question["options"] is JsonArray { Count: > 0 } options => new JsonArray([.. options.Take(Least(question, 1)).Select(o => o!["code"]!.DeepClone())]),
        "yesNo" => true,
        "number" or "yen" => question["min"] is JsonValue min && min.GetValueKind() == JsonValueKind.Number && min.GetValue<decimal>() > 1 ? min.DeepClone() : 1,
        "date" => question["birth"] is JsonValue birth && birth.GetValueKind() == JsonValueKind.True ? "@-30y" : "@today",
        "time" => "10:00",
        "period" => new JsonObject { ["from"] = "@today", ["to"] = "@today" },
        "name" => new JsonObject { ["family"] = "青葉", ["given"] = "花子", ["familyKana"] = "アオバ", ["givenKana"] = "ハナコ" },
        "address" => Address(directory),
        "telephone" => "00012345601",
        "email" => "hanako@example.jp",
        "bank" => new JsonObject { ["bankCode"] = "9999", ["branchCode"] = "001", ["type"] = "ordinary", ["number"] = "1234567", ["holderKana"] = "ｱｵﾊﾞ ﾊﾅｺ" },
        "file" => new JsonArray("sample-pdf"),
        "photo" => new JsonArray("sample-png"),
        "mapPoint" => new JsonObject { ["text"] = "市役所の前" },
        "declaration" => true,
        "group" => new JsonArray([.. Enumerable.Range(0, Least(question, 1)).Select(_ => (JsonNode)Item(question, directory))]),
        "table" => new JsonArray([.. question["rows"]!.AsArray().Select(_ => (JsonNode)Item(question, directory))]),
        _ => null,
    };

    /// <summary>Puts a sample under a question of the form (or of every item of its group).</summary>
    public static void Put(Definition definition, string key, JsonObject question, IDirectory directory)
    {
        if (definition.Root["example"] is not JsonObject example) return;
        Drop(definition, key, Suffixes);
        var dot = key.IndexOf('.');
        if (dot < 0) Set(example, key, question, directory);
        else foreach (var item in (example[key[..dot]] as JsonArray ?? []).OfType<JsonObject>()) Set(item, key[(dot + 1)..], question, directory);
    }

    /// <summary>A table has as many sample rows as it has rows; those there are stay.</summary>
    public static void Fit(Definition definition, string key, JsonObject table, IDirectory directory)
    {
        if (table["rows"] is not JsonArray rows || definition.Root["example"]?[key] is not JsonArray sample || sample.Count == rows.Count) return;
        while (sample.Count > rows.Count) sample.RemoveAt(sample.Count - 1);
        while (sample.Count < rows.Count) sample.Add((JsonNode)Item(table, directory));
    }

    /// <summary>What an officer would enter at a decision; null where nothing is entered by hand.</summary>
    public static JsonNode? OfResult(JsonObject field) => field["value"] is not null ? null : Definition.Type(field) switch
    {
        "text" or "longText" => "見本の文",
        "number" or "yen" => 1,
        "date" => "@today",
        "month" => "2026-04",
        "choice" => field["options"]?[0]?["code"]?.DeepClone(),
        "yesNo" => true,
        _ => null,
    };

    public static void Remove(Definition definition, string key) => Drop(definition, key, ["", .. Suffixes]);

    private static void Drop(Definition definition, string key, IEnumerable<string> suffixes)
    {
        var dot = key.IndexOf('.');
        if (definition.Root["example"] is not JsonObject example) return;
        foreach (var suffix in suffixes)
        {
            // Its own 「その他」 or 「あとで」, not a question that happens to be called so.
            if (suffix.Length > 0 && definition.Question(key + suffix) is not null) continue;
            if (dot < 0) example.Remove(key + suffix);
            else foreach (var item in (example[key[..dot]] as JsonArray ?? []).OfType<JsonObject>()) item.Remove(key[(dot + 1)..] + suffix);
        }
    }

    private static void Set(JsonObject answers, string id, JsonObject question, IDirectory directory)
    {
        if (Of(question, directory) is { } sample) answers[id] = sample;
        else answers.Remove(id);
    }

    private static JsonObject Item(JsonObject group, IDirectory directory)
    {
        var item = new JsonObject();
        foreach (var question in Definition.Inner(group)!.OfType<JsonObject>()) Set(item, Definition.Id(question), question, directory);
        return item;
    }

    private static string Text(JsonObject question) => question["input"]?.ToString() switch
    {
        "digits" => new string('1', Math.Max(1, Least(question, 1, "minLength"))),
        "katakana" => "ミホン",
        "corporateNumber" => "1000012160153",
        _ => "見本".PadRight(Math.Min(Least(question, 1, "minLength"), 100), 'あ'),
    };

    private static int Least(JsonObject question, int least, string key = "min") =>
        question[key] is JsonValue min && min.GetValueKind() == JsonValueKind.Number ? Math.Clamp((int)min.GetValue<decimal>(), least, 100) : least;

    private static JsonObject Address(IDirectory directory) => new()
    {
        ["postalCode"] = directory.Towns.Count > 0 ? directory.Towns[0].PostalCode : "000-0001", ["prefecture"] = directory.City.Prefecture, ["city"] = directory.City.Name,
        ["town"] = directory.Towns.Count > 0 ? directory.Towns[0].Name : "港町", ["street"] = "1番1号",
    };
}
