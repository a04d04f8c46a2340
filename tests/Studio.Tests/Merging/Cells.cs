using System.Text.Json.Nodes;

namespace Studio.Tests.Merging;

/// <summary>A definition taken apart into single facts, by the names of parts, in another way than the merge takes it apart: by plain rules that are read here in one look.</summary>
internal static class Cells
{
    public static Dictionary<string, string> Of(JsonObject definition)
    {
        var cells = new Dictionary<string, string>();
        Take(cells, "", definition);
        return cells;
    }

    /// <summary>Orders by the path of their list.</summary>
    public static Dictionary<string, List<string>> Orders(JsonObject definition)
    {
        var orders = new Dictionary<string, List<string>> { ["requiredDocuments"] = Ids(definition["requiredDocuments"]), ["keywords"] = [.. definition["keywords"]!.AsArray().Select(k => k!.ToString())], ["form/pages"] = Ids(definition["form"]!["pages"]) };
        foreach (var page in definition["form"]!["pages"]!.AsArray())
        {
            orders[$"form/pages/{page!["id"]}/questions"] = Ids(page["questions"]);
            foreach (var question in page["questions"]!.AsArray())
                if (question!["options"] is JsonArray options) orders[$"form/questions/{question["id"]}/options"] = [.. options.Select(o => o!["code"]!.ToString())];
        }

        return orders;
    }

    private static void Take(Dictionary<string, string> cells, string path, JsonNode node)
    {
        if (path.EndsWith("/visibleWhen", StringComparison.Ordinal) || path.EndsWith("/body", StringComparison.Ordinal) || node is JsonValue) cells[path] = node.ToJsonString();
        else if (node is JsonObject many)
        {
            foreach (var (key, value) in many) Take(cells, path.Length == 0 ? key : $"{path}/{key}", value!);
        }
        else
        {
            foreach (var item in node.AsArray())
            {
                var name = item is JsonObject part ? (part["id"] ?? part["code"])!.ToString() : item!.ToString();
                var at = path.StartsWith("form/pages/", StringComparison.Ordinal) && path.EndsWith("/questions", StringComparison.Ordinal) ? $"form/questions/{name}" : $"{path}/{name}";
                cells[at] = "there";
                if (at.StartsWith("form/questions/", StringComparison.Ordinal) && path.StartsWith("form/pages/", StringComparison.Ordinal)) cells[$"{at}/@page"] = path.Split('/')[2];
                if (item is JsonObject) Take(cells, at, item);
            }
        }
    }

    private static List<string> Ids(JsonNode? list) => [.. list!.AsArray().Select(i => i!["id"]!.ToString())];
}
