using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Persons;

/// <summary>Somebody who comes to one procedure on a day, with what differs from its example, and what then must be.</summary>
internal sealed record Person(string Name, string Story, DateOnly Today, Expected Expect)
{
    public IReadOnlyDictionary<string, JsonElement> Set { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyList<string> Remove { get; init; } = [];

    public ExpectedResult? Result { get; init; }

    public JsonObject Answers(ProcedureEdition edition)
    {
        var answers = edition.Form.Example(Today);
        foreach (var key in Remove) AnswerKey.Remove(answers, key);
        foreach (var (key, value) in Set) AnswerKey.Set(answers, key, JsonNode.Parse(value.GetRawText()));
        return answers;
    }
}

/// <summary>What must be; what is left out is not looked at, but for exit and errors: none.</summary>
internal sealed record Expected
{
    public string? Exit { get; init; }

    /// <summary>Key → code, or part of the sentence of a rule of the definition.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Keys of the questions with a warning, all of them.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    public IReadOnlyList<string>? Documents { get; init; }

    public IReadOnlyList<string>? Later { get; init; }

    public IReadOnlyList<string>? Pages { get; init; }

    public IReadOnlyList<string> Asked { get; init; } = [];

    public IReadOnlyList<string> NotAsked { get; init; } = [];

    /// <summary>Null = cannot be computed.</summary>
    public IReadOnlyDictionary<string, JsonElement> Computed { get; init; } = new Dictionary<string, JsonElement>();

    public long? Fee { get; init; }

    public bool SaysSomething => Exit is not null || Errors.Count > 0 || Warnings is not null || Documents is not null || Later is not null || Pages is not null
        || Asked.Count > 0 || NotAsked.Count > 0 || Computed.Count > 0 || Fee is not null;
}

/// <summary>A disposition (or <c>completion</c>) with what the officer gives and what the result then holds.</summary>
internal sealed record ExpectedResult(string Disposition)
{
    public JsonElement? Given { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Expect { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>The files of persons beside this one: one for each procedure, named by its slug.</summary>
internal static class PersonFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    private static readonly Lazy<SortedDictionary<string, IReadOnlyList<Person>>> Files = new(() =>
        new(System.IO.Directory.EnumerateFiles(Folder, "*.json").ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => Read(File.ReadAllText(f))), StringComparer.Ordinal));

    public static IEnumerable<string> Slugs => Files.Value.Keys;

    public static IReadOnlyList<Person> Of(string slug) => Files.Value[slug];

    public static IReadOnlyList<Person> Read(string json) => JsonSerializer.Deserialize<PersonFile>(json, Strict)!.Persons;

    private static string Folder => Path.Combine(LibraryFiles.Folder(), "../tests/Procedures.Tests/Persons");

    private sealed record PersonFile(IReadOnlyList<Person> Persons);
}
