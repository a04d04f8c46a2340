namespace Madoguchi.Studio.Editing;

/// <summary>Adds what a matter ends with: calculations, result fields, dispositions, letters.</summary>
internal static class ArrangeEndings
{
    public static readonly string[] Kinds = ["grant", "grantWithConditions", "grantInPart", "deny", "dismiss", "none"];

    /// <summary>A calculation that is 0 until somebody says what it is.</summary>
    /// <param name="group">Empty: of the form.</param>
    public static string? AddComputed(Definition definition, string group)
    {
        if (group.Length > 0 && (definition.Question(group)?.Question is not { } asked || Definition.Inner(asked) is null)) return null;
        var holder = group.Length == 0 ? definition.Root["form"]!.AsObject() : definition.Question(group)!.Value.Question;
        if (holder["computed"] is not JsonArray list) holder["computed"] = list = [];
        var id = definition.NewId("c");
        list.Add((JsonNode)new JsonObject { ["id"] = id, ["label"] = Phrases.New("あたらしい計算"), ["value"] = 0, ["format"] = "number" });
        return group.Length == 0 ? id : $"{group}.{id}";
    }

    /// <summary>A field of an ending, or a column of one of its tables.</summary>
    /// <param name="holder">Key of the ending (<c>grant</c>) or of the table (<c>grant.children</c>).</param>
    /// <param name="from">The answer it takes, such as <c>$name</c>; empty: the officer enters it. A column always takes one.</param>
    /// <param name="rows">Of a table: the group it has a row for each item of.</param>
    public static string? AddResult(Definition definition, string holder, string type, string label, string from, string rows)
    {
        if (definition.Results(holder) is not { } list || !EndingForms.Kinds.Contains(type)) return null;
        var inside = holder.Contains('.');
        if (inside && (type == "table" || from.Length == 0)) return null;
        var id = Definition.NewCode("r", [.. list.OfType<JsonObject>().Select(Definition.Id)]);
        var field = new JsonObject { ["id"] = id, ["label"] = Phrases.New(label), ["type"] = type };
        if (type == "choice") field["options"] = JsonNode.Parse("""[{"code": "o1", "label": {"ja": "選択肢1"}}, {"code": "o2", "label": {"ja": "選択肢2"}}]""");
        if (from.Length > 0 && type != "table") field["value"] = from;
        if (type == "table")
        {
            if (definition.Question(rows)?.Question is not { } group || Definition.Inner(group)?.OfType<JsonObject>().FirstOrDefault() is not { } first) return null;
            field["rows"] = rows;
            field["columns"] = new JsonArray(new JsonObject { ["id"] = "c1", ["label"] = first["label"]?.DeepClone() ?? Phrases.New("内容"), ["type"] = "text", ["value"] = $"${Definition.Id(first)}" });
        }

        list.Add((JsonNode)field);
        if (!inside && Samples.OfResult(field) is { } sample && definition.Ending(holder)!["example"] is JsonObject example) example[id] = sample;
        return $"{holder}.{id}";
    }

    /// <summary>Another way to decide, with the letter of the first one there is.</summary>
    public static string? AddDisposition(Definition definition, string kind)
    {
        if (!Kinds.Contains(kind) || definition.Root["dispositions"] is not JsonObject endings || endings.ContainsKey(kind) || (definition.Root["notices"] as JsonObject)?.FirstOrDefault().Key is not { } notice) return null;
        endings[kind] = new JsonObject { ["label"] = Phrases.New("あたらしい決定"), ["result"] = new JsonArray(), ["notice"] = notice, ["example"] = new JsonObject() };
        return kind;
    }

    /// <summary>A letter with one sentence.</summary>
    public static string AddNotice(Definition definition)
    {
        var notices = definition.Root["notices"]!.AsObject();
        var name = Definition.NewCode("n", [.. notices.Select(n => n.Key)]);
        var symbol = notices.Select(n => n.Value?["documentNumber"]?["symbol"]?.ToString()).FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? "み";
        notices[name] = new JsonObject { ["title"] = "あたらしい通知", ["documentNumber"] = new JsonObject { ["kind"] = "notice", ["symbol"] = symbol }, ["body"] = new JsonArray("次のとおり通知します。") };
        return name;
    }
}
