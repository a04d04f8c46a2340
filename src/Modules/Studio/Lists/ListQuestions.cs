using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Lists;

/// <summary>Puts the questions of a list into a definition, page by page.</summary>
internal sealed class ListQuestions(Arrange arrange, IDirectory directory)
{
    public void Put(Definition definition, IReadOnlyList<ItemLine> lines)
    {
        var first = definition.Pages[0]!.AsObject();
        var named = new Dictionary<string, string>();
        foreach (var line in lines.Where(l => l.BecomesQuestion))
        {
            if (!named.TryGetValue(line.Page, out var page)) named[line.Page] = page = named.Count == 0 ? Called(first, line.Page) : Called(definition.Page(Arrange.AddPage(definition))!, line.Page);
            var key = arrange.AddQuestion(definition, page, null, line.Kind, line.Bank, line.Label)!;
            Complete(definition.Question(key)!.Value.Question, line);
            Samples.Put(definition, key, definition.Question(key)!.Value.Question, directory);
        }
    }

    private static string Called(JsonObject page, string name)
    {
        if (name.Length > 0) page["title"] = Phrases.New(name);
        return Definition.Id(page);
    }

    private static void Complete(JsonObject question, ItemLine line)
    {
        var kind = Definition.Type(question);
        if (line.Options.Count > 0 && kind is "choice" or "choices")
            question["options"] = new JsonArray([.. line.Options.Select((o, i) => (JsonNode)new JsonObject { ["code"] = $"o{i + 1}", ["label"] = Phrases.New(o) })]);
        if (kind == "choice" && line.Options.Count > 7) question["display"] = "select";
        if (kind is not ("declaration" or "info")) question["required"] = line.Required;
        if (line.Help.Length > 0) question["help"] = Phrases.New(line.Help);
        if (line.Example.Length > 0 && kind is not ("declaration" or "info")) question["example"] = Phrases.New(line.Example);
        if (line.MaxLength is { } most && kind is "text" or "longText") question["maxLength"] = most;
    }
}
