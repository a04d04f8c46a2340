using System.Text.Json.Nodes;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Lint;

namespace Procedures.Tests.Lint;

/// <summary>Judges definitions with the library around them; letters are taken as whole.</summary>
internal static class Judged
{
    public static IReadOnlyList<Finding> Of(string slug, string definition) =>
        new Linter(LibraryFiles.City, new AnyLetter(), LibraryFiles.All).Run(new LibraryFile(slug, "test.json", definition, [])).Findings;

    /// <summary>The library's definition with the value at a path replaced; <c>~</c> takes it away, <c>+</c> at the end of the path appends to a list.</summary>
    public static IReadOnlyList<Finding> With(string slug, string path, string json) => Of(slug, Changed(slug, path, json));

    public static string Changed(string slug, string path, string json)
    {
        var definition = JsonNode.Parse(LibraryFiles.Text(slug))!;
        var steps = path.Split('.').Select(s => (object)(int.TryParse(s, out var index) ? index : s)).ToArray();
        var at = definition;
        foreach (var step in steps[..^1]) at = step is int i ? at[i]! : at[(string)step]!;
        switch (steps[^1])
        {
            case "+": at.AsArray().Add(JsonNode.Parse(json)); break;
            case string key when json == "~": at.AsObject().Remove(key); break;
            case string key: at[key] = JsonNode.Parse(json); break;
            case int index: at[index] = JsonNode.Parse(json); break;
        }

        return definition.ToJsonString();
    }

    internal sealed class AnyLetter : ILetterTrial
    {
        public IReadOnlyList<LetterFault> Try(LetterTrial trial) => [];

        public string Write(LetterTrial trial) => "";
    }
}
