using System.Text.Json.Nodes;

namespace Madoguchi.Forms;

/// <summary>A definition of a thousand questions and three hundred rules around the metadata of a small one of the library, with answers to all of it.</summary>
internal static class BigForm
{
    private const int Pages = 50;
    private const int OnPage = 20;

    public static string Definition(string library, int pages = Pages)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(library, "kosodate-koza.json")))!.AsObject();
        definition["nature"] = "report";
        definition.Remove("booking");
        definition["values"] = new JsonObject();
        definition["form"] = new JsonObject { ["pages"] = new JsonArray([.. Enumerable.Range(0, pages).Select(Page)]), ["computed"] = new JsonArray([.. Enumerable.Range(0, pages).Select(Sum)]) };
        definition["example"] = new JsonObject();
        return definition.ToJsonString();
    }

    public static JsonObject Answers()
    {
        var answers = new JsonObject();
        foreach (var number in Enumerable.Range(0, Pages * OnPage))
            answers[$"q{number}"] = (number % 5) switch { 0 => true, 1 => "a", 2 => number, 3 => "2026-04-01", _ => "みなと台市の窓口" };
        return answers;
    }

    private static JsonObject Page(int page) => new()
    {
        ["id"] = $"p{page}",
        ["title"] = $"頁{page}",
        ["questions"] = new JsonArray([.. Enumerable.Range(page * OnPage, OnPage).Select(Question)]),
    };

    // Of each five questions: one decides, one shows with it, one is required with both, one is held against a limit, one is free.
    private static JsonNode Question(int number)
    {
        var question = new JsonObject { ["id"] = $"q{number}", ["label"] = $"問い{number}", ["required"] = false };
        switch (number % 5)
        {
            case 0:
                question["type"] = "yesNo";
                break;
            case 1:
                question["type"] = "choice";
                question["options"] = JsonNode.Parse("""[{"code": "a", "label": "甲"}, {"code": "b", "label": "乙"}, {"code": "c", "label": "丙"}]""");
                if (number % 10 == 1) question["visibleWhen"] = JsonNode.Parse($$"""{"eq": ["$q{{number - 1}}", true]}""");
                break;
            case 2:
                question["type"] = "number";
                question["max"] = 1_000_000;
                if (number % 20 == 2) question["required"] = JsonNode.Parse($$"""{"and": [{"eq": ["$q{{number - 2}}", true]}, {"in": ["$q{{number - 1}}", ["a", "b"]]}]}""");
                if (number % 20 == 12) question["checks"] = JsonNode.Parse($$"""[{"when": {"gt": ["$q{{number}}", {"add": ["$q{{number - 10}}", 100000]}]}, "message": "多すぎます"}]""");
                break;
            case 3:
                question["type"] = "date";
                if (number % 20 == 3) question["checks"] = JsonNode.Parse($$"""[{"when": {"lt": ["$q{{number}}", "1900-01-01"]}, "message": "古すぎます"}]""");
                break;
            default:
                question["type"] = "text";
                break;
        }

        return question;
    }

    private static JsonNode Sum(int number)
    {
        var (first, second) = ($"$q{(number * OnPage) + 2}", $"$q{(number * OnPage) + 7}");
        return JsonNode.Parse($$"""{"id": "sum{{number}}", "label": "計{{number}}", "value": {"add": [{"coalesce": ["{{first}}", 0]}, {"coalesce": ["{{second}}", 0]} ]} }""")!;
    }
}
