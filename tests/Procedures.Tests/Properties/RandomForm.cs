using System.Text.Json.Nodes;

namespace Procedures.Tests.Properties;

/// <summary>A random definition, the same for the same seed and size.</summary>
internal sealed class RandomForm
{
    private static readonly string[] Types =
        ["text", "longText", "choice", "choice", "choices", "yesNo", "yesNo", "number", "number", "yen", "date", "date", "time", "period", "file", "declaration", "info", "group", "group"];

    private readonly RandomExpressions make;
    private readonly List<Name> form = [];
    private readonly Dictionary<string, List<Name>> groups = [];
    private readonly JsonArray documents = [];
    private int number;

    public RandomForm(int seed, int size)
    {
        make = new RandomExpressions(new Random(seed));
        var pages = new JsonArray();
        var computed = new JsonArray();
        for (var left = size; left > 0;)
        {
            var names = Names();
            var page = new JsonObject { ["id"] = $"page{pages.Count}", ["title"] = "頁" };
            if (make.Chance(30)) page["visibleWhen"] = make.Condition(names);
            var questions = new JsonArray();
            for (var i = 1 + make.Random.Next(5); i > 0 && left > 0; i--, left--)
            {
                questions.Add(Question(null, form));
                if (make.Chance(40)) computed.Add(Computed(Names(), $"c{number++}", form));
            }

            page["questions"] = questions;
            if (make.Chance(25))
                page["exits"] = new JsonArray(new JsonObject
                {
                    ["id"] = "out", ["when"] = new JsonObject { ["and"] = new JsonArray(make.Condition(Names()), make.Condition(Names())) },
                    ["question"] = (string)questions[0]!["id"]!, ["title"] = "ここまで", ["text"] = "文", ["where"] = "窓口",
                });
            pages.Add(page);
        }

        for (var i = 0; i < 2; i++) documents.Add(new JsonObject { ["id"] = $"alone{i}", ["title"] = "書類", ["who"] = "だれか", ["when"] = make.Condition(Names()) });
        var definition = JsonNode.Parse(SmallForm.Definition("[]", "[]", """{"rate":3,"word":"a"}"""))!.AsObject();
        definition["requiredDocuments"] = documents;
        definition["form"] = new JsonObject { ["pages"] = pages, ["computed"] = computed };
        Definition = JsonNode.Parse(definition.ToJsonString())!.AsObject();
    }

    public JsonObject Definition { get; }

    private RandomExpressions.Names Names(string? group = null) => new(form, groups, group);

    private JsonObject Question(string? group, List<Name> scope)
    {
        var type = make.Pick(Types);
        if (group is not null && type == "group") type = "number";
        // In a group sometimes the id of a question of the form, which it hides; before anything there could mean that one.
        var id = group is not null && scope.Count == 0 && make.Chance(60) && form.FirstOrDefault(n => char.IsAsciiDigit(n.Id[^1]) && n.Kind != "group") is { } hidden ? hidden.Id : $"q{number++}";
        var names = Names(group) with { Unsaid = id };
        var made = new JsonObject { ["id"] = id, ["type"] = type, ["label"] = "問い" };
        if (make.Chance(35)) made["visibleWhen"] = make.Condition(names);
        if (type != "declaration" && make.Chance(70)) made["required"] = make.Chance(40) ? make.Condition(names) : JsonValue.Create(make.Chance(30));
        var own = Own(made, type, id, group, names);
        scope.Add(own);
        if ((bool?)made["other"] == true) scope.Add(new Name(id + "Other", "text", []));
        if ((string?)made["document"] is { } document && documents.Any(d => (string?)d!["id"] == document && d["laterUntilDays"] is not null)) scope.Add(new Name(id + "Later", "yesNo", []));
        if (type != "info" && make.Chance(20)) made["checks"] = new JsonArray(new JsonObject { ["when"] = make.Condition(Names(group)), ["message"] = "だめです" });
        if (type != "info" && make.Chance(10)) made["warnings"] = new JsonArray(new JsonObject { ["when"] = make.Condition(Names(group)), ["message"] = "注意" });
        return made;
    }

    private Name Own(JsonObject made, string type, string id, string? group, RandomExpressions.Names names)
    {
        switch (type)
        {
            case "text" or "longText":
                if (make.Chance(50)) made["maxLength"] = 1 + make.Random.Next(4);
                if (make.Chance(30)) made["minLength"] = make.Random.Next(4);
                return new Name(id, "text", []);
            case "choice":
                var parent = make.Chance(25) ? names.Of("choice").FirstOrDefault() : null;
                made["options"] = Options(parent);
                if (parent is not null) made["optionsOf"] = "$" + parent.Id;
                if (make.Chance(30)) made["other"] = true;
                return new Name(id, "choice", ["a", "b", "c"]);
            case "choices":
                made["options"] = Options(null);
                if (make.Chance(40)) made["min"] = make.Random.Next(3);
                if (make.Chance(40)) made["max"] = 1 + make.Random.Next(3);
                return new Name(id, "choices", ["a", "b", "c"]);
            case "yesNo" or "declaration":
                return new Name(id, "yesNo", []);
            case "number" or "yen":
                if (make.Chance(40)) made["min"] = make.Random.Next(-5, 5);
                if (make.Chance(40)) made["max"] = make.Random.Next(1, 1000);
                if (type == "number" && make.Chance(40)) made["decimals"] = make.Random.Next(0, 4);
                return new Name(id, "number", []);
            case "date" or "period":
                if (make.Chance(30)) made["min"] = make.Date(names);
                if (make.Chance(30)) made["max"] = make.Date(names);
                if (type == "date" && make.Chance(20)) made["birth"] = true;
                if (type == "period" && make.Chance(40)) made["maxDays"] = 1 + make.Random.Next(60);
                return new Name(id, type, []);
            case "time":
                if (make.Chance(40)) made["min"] = "09:00";
                if (make.Chance(40)) made["max"] = "17:00";
                return new Name(id, "text", []);
            case "file":
                if (make.Chance(40)) made["max"] = 1 + make.Random.Next(3);
                if (group is null && make.Chance(60)) made["document"] = Document(names, id);
                return new Name(id, "files", []);
            case "group":
                Group(made, id);
                return new Name(id, "group", []);
            default:
                return new Name(id, "info", []);
        }
    }

    private void Group(JsonObject made, string id)
    {
        made["itemLabel"] = "人";
        if (make.Chance(30)) made["min"] = make.Random.Next(3);
        if (make.Chance(50)) made["max"] = 1 + make.Random.Next(3);
        var inside = groups[id] = [];
        var self = new Name(id, "group", []);
        form.Add(self);
        made["questions"] = new JsonArray([.. Enumerable.Range(0, 1 + make.Random.Next(4)).Select(_ => Question(id, inside))]);
        if (make.Chance(60)) made["computed"] = new JsonArray(Computed(Names(id), $"c{number++}", inside));
        form.Remove(self);
    }

    private string Document(RandomExpressions.Names names, string question)
    {
        var document = new JsonObject { ["id"] = $"for{question}", ["title"] = "書類", ["who"] = "だれか" };
        if (make.Chance(50)) document["when"] = make.Condition(names);
        if (make.Chance(60)) document["laterUntilDays"] = 14;
        documents.Add(document);
        return $"for{question}";
    }

    private JsonObject Computed(RandomExpressions.Names names, string id, List<Name> scope)
    {
        var (kind, value) = make.Random.Next(4) switch
        {
            0 => ("yesNo", make.Condition(names)),
            1 => ("date", make.Date(names)),
            2 => ("text", make.Text(names)),
            _ => ("number", make.Number(names)),
        };
        scope.Add(new Name(id, kind, []));
        return new JsonObject { ["id"] = id, ["label"] = "計算", ["value"] = value };
    }

    private JsonArray Options(Name? parent) => [.. new[] { "a", "b", "c" }.Select(code =>
    {
        var option = new JsonObject { ["code"] = code, ["label"] = code };
        if (parent is not null && make.Chance(60)) option["of"] = new JsonArray(make.Pick(parent.Codes));
        return option;
    })];
}
