namespace Madoguchi.Studio.Editing;

/// <summary>Adds, moves and takes away parts of a definition. What is not there any more is refused: ids come from outside.</summary>
internal sealed class Arrange(IDirectory directory, IDefinitions definitions)
{
    /// <param name="by">-1 up, 1 down. A question at the edge of its page goes over to the next page.</param>
    public static Result Move(Definition definition, string kind, string key, int by)
    {
        if (Where(definition, kind, key) is not { } found) return Refusals.Gone;
        var index = found.List.IndexOf(found.Item);
        var to = index + by;
        if (to >= 0 && to < found.List.Count) Put(found.Item, found.List, found.List, to);
        else if (kind == "question" && !key.Contains('.') && Neighbour(definition, found.List, by) is { } next) Put(found.Item, found.List, next, by < 0 ? next.Count : 0);
        return Result.Ok;
    }

    public static Result MoveTo(Definition definition, string key, string page)
    {
        if (key.Contains('.') || definition.Question(key) is not { } found || definition.Page(page) is not { } target) return Refusals.Gone;
        if (found.Page != target) Put(found.Question, found.List, target["questions"]!.AsArray(), target["questions"]!.AsArray().Count);
        return Result.Ok;
    }

    public static Result Delete(Definition definition, string kind, string key)
    {
        if (kind == "mail") return definition.Root["mails"] is JsonObject mails && mails.Remove(key) ? Result.Ok : Refusals.Gone;
        if (kind == "notice") return definition.Root["notices"] is JsonObject notices && notices.Remove(key) ? Result.Ok : Refusals.Gone;
        if (kind == "disposition") return definition.Root["dispositions"] is JsonObject endings && endings.Remove(key) ? Result.Ok : Refusals.Gone;
        if (Where(definition, kind, key) is not { } found) return Refusals.Gone;
        if (kind == "result" && key.Split('.') is [_, var field]) (definition.Result(key)!.Value.Ending["example"] as JsonObject)?.Remove(field);
        var questions = kind == "page" ? found.Item["questions"]!.AsArray().OfType<JsonObject>().Select(Definition.Id).ToList() : kind == "question" ? [key] : [];
        found.List.Remove(found.Item);
        foreach (var question in questions)
        {
            Samples.Remove(definition, question);
            if (definition.Root["exportLayout"] is JsonArray layout && layout.FirstOrDefault(l => l?.ToString() == question) is { } listed) layout.Remove(listed);
        }

        if (kind == "computed" && definition.Root["exportLayout"] is JsonArray exported && exported.FirstOrDefault(l => l?.ToString() == key) is { } gone) exported.Remove(gone);
        if (kind == "exit" && found.List.Count == 0) (found.List.Parent as JsonObject)?.Remove("exits");
        return Result.Ok;
    }

    public static string AddPage(Definition definition)
    {
        var id = definition.NewId("page");
        definition.Pages.Add((JsonNode)new JsonObject { ["id"] = id, ["title"] = Phrases.New("あたらしいページ"), ["questions"] = new JsonArray() });
        return id;
    }

    public static string AddDocument(Definition definition)
    {
        var id = definition.NewId("document");
        definition.Documents.Add((JsonNode)new JsonObject { ["id"] = id, ["title"] = Phrases.New("あたらしい書類"), ["who"] = new JsonObject { ["ja"] = "すべての方", ["en"] = "Everyone", ["ja-easy"] = "みんな" } });
        return id;
    }

    /// <summary>Leads nobody out before its condition is said.</summary>
    public static string? AddExit(Definition definition, string page)
    {
        if (definition.Page(page) is not { } at || at["questions"]!.AsArray().OfType<JsonObject>().FirstOrDefault() is not { } question) return null;
        var id = definition.NewId("exit");
        if (at["exits"] is not JsonArray exits) at["exits"] = exits = [];
        exits.Add((JsonNode)new JsonObject
        {
            ["id"] = id, ["when"] = false, ["question"] = Definition.Id(question), ["title"] = Phrases.New("この手続の対象ではありません"),
            ["text"] = Phrases.New("ほかの窓口へご相談ください。"), ["where"] = Phrases.New("市役所"),
        });
        return id;
    }

    public static bool AddMail(Definition definition, string kind)
    {
        if (!Things.IsMail(kind)) return false;
        if (definition.Root["mails"] is not JsonObject mails) definition.Root["mails"] = mails = [];
        mails[kind] ??= new JsonObject { ["subject"] = Phrases.New("{procedure}のお知らせ"), ["body"] = Phrases.New("受付番号：{intakeNumber}\n{url}\n\n{division} 電話 {telephone}") };
        return true;
    }

    /// <summary>A question of a kind, or one of the bank; its key, or null when the page, group or kind is not there.</summary>
    public string? AddQuestion(Definition definition, string page, string? group, string? type, string? bank, string label)
    {
        var list = group is null ? definition.Page(page)?["questions"] as JsonArray : definition.Question(group) is { } held ? Definition.Inner(held.Question) : null;
        if (list is null) return null;
        JsonObject question;
        if (!string.IsNullOrEmpty(bank))
        {
            if (!definitions.QuestionBank.TryGetValue(bank, out var known)) return null;
            question = JsonNode.Parse(known)!.AsObject();
            if (group is not null && !InnerKinds(definition, group).Contains(Definition.Type(question))) return null;
            if (definition.Questions().Any(q => q.Key.Split('.').Contains(Definition.Id(question)))) question["id"] = definition.NewId(Definition.Id(question));
            if (label.Length > 0) question["label"] = Phrases.New(label);
        }
        else
        {
            var kinds = group is null ? QuestionForms.Kinds : InnerKinds(definition, group);
            if (type is null || !kinds.Contains(type)) return null;
            question = new JsonObject { ["id"] = definition.NewId("q"), ["type"] = type, ["label"] = Phrases.New(label) };
            Complete(question, type);
        }

        list.Add((JsonNode)question);
        var key = group is null ? Definition.Id(question) : $"{group}.{Definition.Id(question)}";
        Samples.Put(definition, key, question, directory);
        return key;
    }

    /// <summary>What may stand inside a group, or be a column of a table.</summary>
    public static string[] InnerKinds(Definition definition, string group) =>
        definition.Question(group) is { } held && Definition.Type(held.Question) == "table" ? QuestionForms.ColumnKinds : [.. QuestionForms.Kinds.Where(k => k is not ("group" or "table"))];

    private static void Complete(JsonObject question, string type)
    {
        if (type is "choice" or "choices") question["options"] = JsonNode.Parse("""[{"code": "o1", "label": {"ja": "選択肢1"}}, {"code": "o2", "label": {"ja": "選択肢2"}}]""");
        if (type == "table")
        {
            question["rows"] = JsonNode.Parse("""[{"ja": "1行目", "en": "First row", "ja-easy": "1{行目|ぎょうめ}"}, {"ja": "2行目", "en": "Second row", "ja-easy": "2{行目|ぎょうめ}"}]""");
            question["columns"] = JsonNode.Parse("""[{"id": "item", "type": "text", "label": {"ja": "内容", "en": "Details", "ja-easy": "{内容|ないよう}"}}]""");
        }

        if (type == "group")
        {
            question["itemLabel"] = Phrases.New("一人");
            question["questions"] = JsonNode.Parse("""[{"id": "item", "type": "text", "label": {"ja": "内容", "en": "Details", "ja-easy": "{内容|ないよう}"}}]""");
        }
    }

    private static (JsonArray List, JsonObject Item)? Where(Definition definition, string kind, string key) => kind switch
    {
        "question" => definition.Question(key) is { } q ? (q.List, q.Question) : null,
        "page" => definition.Page(key) is { } page ? (definition.Pages, page) : null,
        "document" => definition.Document(key) is { } document ? (definition.Documents, document) : null,
        "exit" => definition.Exit(key) is { } exit ? (exit.List, exit.Exit) : null,
        "result" => definition.Result(key) is { } result ? (result.List, result.Item) : null,
        "computed" => definition.Computed(key) is { } computed ? (computed.List, computed.Item) : null,
        _ => null,
    };

    private static JsonArray? Neighbour(Definition definition, JsonArray list, int by)
    {
        var index = definition.Pages.ToList().FindIndex(p => p!["questions"] == list) + by;
        return index >= 0 && index < definition.Pages.Count ? definition.Pages[index]!["questions"]!.AsArray() : null;
    }

    private static void Put(JsonObject item, JsonArray from, JsonArray to, int index)
    {
        from.Remove(item);
        to.Insert(Math.Min(index, to.Count), item);
    }
}
