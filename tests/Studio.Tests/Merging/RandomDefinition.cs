using System.Text.Json.Nodes;

namespace Studio.Tests.Merging;

/// <summary>Definitions with a little of everything that is merged, and changes people make to them.</summary>
internal sealed class RandomDefinition(Random random)
{
    private static readonly string[] Types = ["text", "number", "choice", "yesNo"];

    private int next;

    public JsonObject Make()
    {
        var form = new JsonObject { ["pages"] = new JsonArray() };
        var definition = new JsonObject
        {
            ["slug"] = "shiken", ["title"] = Phrase("手続"), ["correctionDays"] = 14, ["keywords"] = new JsonArray("公園", "広場", "遊具"),
            ["fee"] = new JsonObject { ["kind"] = "free", ["text"] = Phrase("無料") },
            ["notices"] = new JsonObject { ["grant"] = new JsonObject { ["title"] = "通知", ["body"] = new JsonArray("文", new JsonObject { ["include"] = "result" }) } },
            ["requiredDocuments"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(i => (JsonNode)new JsonObject { ["id"] = $"d{i}", ["title"] = Phrase($"書類{i}") })]),
            ["form"] = form, ["example"] = new JsonObject(),
        };
        for (var p = 0; p < 1 + random.Next(3); p++)
        {
            var page = new JsonObject { ["id"] = $"p{p}", ["title"] = Phrase($"ページ{p}"), ["questions"] = new JsonArray() };
            for (var q = 0; q < random.Next(6); q++) page["questions"]!.AsArray().Add((JsonNode)Question($"q{p}{q}", definition));
            form["pages"]!.AsArray().Add((JsonNode)page);
        }

        return definition;
    }

    /// <summary>A copy with so many changes; what is new is named by the side.</summary>
    public JsonObject Changed(JsonObject definition, int changes, string side)
    {
        var changed = definition.DeepClone().AsObject();
        for (var i = 0; i < changes; i++) Change(changed, side);
        return changed;
    }

    private void Change(JsonObject d, string side)
    {
        var pages = d["form"]!["pages"]!.AsArray();
        var page = pages.Count > 0 ? pages[random.Next(pages.Count)]!.AsObject() : null;
        var questions = page?["questions"]!.AsArray();
        var question = questions is { Count: > 0 } ? questions[random.Next(questions.Count)]!.AsObject() : null;
        switch (random.Next(22))
        {
            case 0: d["correctionDays"] = random.Next(10, 14); break;
            case 1: d["title"]![Language()] = Word(); break;
            case 2: d["fee"]!["text"]![Language()] = Word(); break;
            case 3: d["fee"]!["kind"] = random.Next(2) == 0 ? "later" : "free"; break;
            case 4: d["notices"]!["grant"]!["body"]!.AsArray().Add(Word()); break;
            case 5: d["notices"]!["grant"]!["title"] = Word(); break;
            case 6: Words(d["keywords"]!.AsArray()); break;
            case 7: AddOrRemove(d["requiredDocuments"]!.AsArray(), id => new JsonObject { ["id"] = id, ["title"] = Phrase("書類") }, side); break;
            case 8: Move(d["requiredDocuments"]!.AsArray()); break;
            case 9: AddOrRemove(pages, id => new JsonObject { ["id"] = id, ["title"] = Phrase("ページ"), ["questions"] = new JsonArray() }, side); break;
            case 10: Move(pages); break;
            case 11 when page is not null: page["title"]![Language()] = Word(); break;
            case 12 or 13 when questions is not null: questions.Insert(random.Next(questions.Count + 1), Question(Id(side), d)); break;
            case 14 when questions is not null: Move(questions); break;
            case 15 when question is not null:
                questions!.Remove(question);
                var to = pages[random.Next(pages.Count)]!["questions"]!.AsArray();
                to.Insert(random.Next(to.Count + 1), question);
                break;
            case 16 when question is not null: questions!.Remove(question); break;
            case 17 when question is not null: ChangeOptions(question, side); break;
            case 18 when question is not null: question["visibleWhen"] = new JsonObject { ["eq"] = new JsonArray("$x", random.Next(3)) }; break;
            case 19 when question is not null: question["type"] = Types[random.Next(Types.Length)]; break;
            case 20 when question is not null:
                if (random.Next(2) == 0) question.Remove("maxLength");
                else question["maxLength"] = random.Next(5);
                break;
            default:
                if (question is not null) question["label"]![Language()] = Word();
                break;
        }
    }

    private void ChangeOptions(JsonObject question, string side)
    {
        if (question["options"] is not JsonArray options) question["options"] = options = [];
        if (options.Count > 0 && random.Next(3) == 0) options[random.Next(options.Count)]!["label"]![Language()] = Word();
        else if (random.Next(2) == 0) Move(options);
        else AddOrRemove(options, code => new JsonObject { ["code"] = code, ["label"] = Phrase("選択肢") }, side);
        if (options.Count == 0) question.Remove("options");
    }

    private JsonObject Question(string id, JsonObject d)
    {
        var question = new JsonObject { ["id"] = id, ["type"] = Types[random.Next(Types.Length)], ["label"] = Phrase(id), ["required"] = random.Next(2) == 0 };
        if (random.Next(2) == 0) question["options"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(i => (JsonNode)new JsonObject { ["code"] = $"o{i}", ["label"] = Phrase($"選択肢{i}") })]);
        d["example"]!.AsObject()[id] = random.Next(3);
        return question;
    }

    private void AddOrRemove(JsonArray list, Func<string, JsonObject> make, string side)
    {
        if (list.Count > 0 && random.Next(2) == 0) list.RemoveAt(random.Next(list.Count));
        else list.Insert(random.Next(list.Count + 1), make(Id(side)));
    }

    private void Words(JsonArray words)
    {
        if (words.Count > 0 && random.Next(2) == 0) words.RemoveAt(random.Next(words.Count));
        else if (Word() is var word && words.All(w => w!.ToString() != word)) words.Insert(random.Next(words.Count + 1), word);
    }

    private void Move(JsonArray list)
    {
        if (list.Count < 2) return;
        var part = list[random.Next(list.Count)]!;
        list.Remove(part);
        list.Insert(random.Next(list.Count + 1), part);
    }

    // Now and then both sides think of the same name.
    private string Id(string side) => random.Next(12) == 0 ? $"both{next++ % 2}{random.Next(1000)}" : $"{side}{next++}";

    private string Language() => random.Next(3) == 0 ? "en" : "ja";

    private string Word() => $"言葉{random.Next(6)}";

    private static JsonObject Phrase(string ja) => new() { ["ja"] = ja, ["en"] = ja + " (en)" };
}
