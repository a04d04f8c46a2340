using Madoguchi.Procedures.Domain.Letters;

namespace Madoguchi.Procedures.Contracts;

/// <summary>The values a letter is filled with. What was left blank stands as null, so that a letter may ask for it; a name the definition lacks stays unknown.</summary>
public static class LetterValues
{
    /// <summary>Result fields, choices as the words people read.</summary>
    public static JsonObject Result(string? result, IReadOnlyList<ResultField> fields)
    {
        var words = WithBlanks(result ?? "{}", fields.Select(f => f.Id));
        ResultBlocks.NameChoices(words, fields);
        return words;
    }

    /// <summary>Answers as they are kept.</summary>
    public static JsonObject Answers(string answers, Form form) => WithBlanks(answers, form.Pages.SelectMany(p => p.Questions).Select(q => q.Id));

    private static JsonObject WithBlanks(string values, IEnumerable<string> names)
    {
        var all = System.Text.Json.Nodes.JsonNode.Parse(values)!.AsObject();
        foreach (var name in names) all.TryAdd(name, null);
        return all;
    }
}
