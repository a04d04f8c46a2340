using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Domain.Reading;

namespace Procedures.Tests;

/// <summary>A definition of one's own form around the shipped class booking's metadata.</summary>
internal static class SmallForm
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    /// <summary>Reads a definition with these questions on one page; what is not said is harmless.</summary>
    public static (ProcedureEdition? Edition, FaultList Faults) Read(string questions, string computed = "[]", string? values = null) =>
        ReadJson(Definition(questions, computed, values));

    public static string Definition(string questions, string computed = "[]", string? values = null)
    {
        var definition = JsonNode.Parse(LibraryFiles.Text("kosodate-koza"))!.AsObject();
        definition["nature"] = "report";
        definition.Remove("booking");
        definition["values"] = values is null ? new JsonObject() : JsonNode.Parse(values);
        definition["form"] = new JsonObject
        {
            ["pages"] = new JsonArray(new JsonObject { ["id"] = "only", ["title"] = "頁", ["questions"] = JsonNode.Parse(questions) }),
            ["computed"] = JsonNode.Parse(computed),
        };
        definition["example"] = new JsonObject();
        return definition.ToJsonString();
    }

    public static (ProcedureEdition? Edition, FaultList Faults) ReadJson(string json) =>
        DefinitionReader.Read("test.json", json, 1, LibraryFiles.City);

    /// <summary>Judges answers against questions that are all optional unless they say otherwise.</summary>
    public static Checked Judge(string questions, string answers, string computed = "[]")
    {
        using var json = JsonDocument.Parse(answers);
        return Form(questions, computed).Validate(json.RootElement, Day);
    }

    public static Form Form(string questions, string computed = "[]")
    {
        var optional = JsonNode.Parse(questions)!.AsArray();
        foreach (var question in optional)
            if ((string?)question!["type"] is not ("declaration" or "info")) question.AsObject().TryAdd("required", false);
        var (edition, faults) = Read(optional.ToJsonString(), computed);
        return edition?.Form ?? throw new InvalidOperationException(string.Join('\n', faults.Found));
    }

    /// <summary>One optional question with id x.</summary>
    public static string One(string type, string more = "") => $$"""[{"id":"x","type":"{{type}}","label":"問い"{{(more.Length == 0 ? "" : ",")}}{{more}}}]""";
}
