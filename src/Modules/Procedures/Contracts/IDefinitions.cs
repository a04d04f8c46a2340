namespace Madoguchi.Procedures.Contracts;

/// <summary>Definitions as text, for those who write them: what there is to begin with, whether one can be read, what is wrong with it, what changed.</summary>
public interface IDefinitions
{
    /// <summary>Procedures of the library that comes with the program, by slug.</summary>
    IReadOnlyDictionary<string, LibraryDefinition> Library { get; }

    /// <summary>Questions of the bank by name, as JSON.</summary>
    IReadOnlyDictionary<string, string> QuestionBank { get; }

    /// <summary>The definition of an edition; null when there is none.</summary>
    string? Text(string slug, int number);

    /// <summary>The definitions of these editions by slug, in one query; one edition of a slug.</summary>
    Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<(string Slug, int Number)> editions, CancellationToken stop = default);

    /// <summary>Editions of a procedure, newest first.</summary>
    Task<IReadOnlyList<EditionRef>> EditionsAsync(string slug, CancellationToken stop = default);

    /// <summary>Of procedures the city publishes itself, though the library has them: the last edition that came with the program.</summary>
    Task<IReadOnlyList<LibraryBase>> LibraryBasesAsync(CancellationToken stop = default);

    /// <summary>Reads a definition as publication does; no edition when it has a fault of structure.</summary>
    ReadDefinition Read(string definition);

    /// <summary>What the rules say of a definition, by the city as it is; faults keep it from being published.</summary>
    IReadOnlyList<DefinitionFinding> Judge(string definition);

    /// <summary>What changed between two definitions that can be read: Japanese sentences with what was and what is.</summary>
    IReadOnlyList<string> Changes(string before, string after) => [.. ChangesInFull(before, after).Select(c => c.Line)];

    /// <summary>The same with the whole texts wherever the sentence shows only a part of them.</summary>
    IReadOnlyList<DefinitionChange> ChangesInFull(string before, string after);

    /// <summary>A whole definition that can be read, in Japanese lines under headings.</summary>
    IReadOnlyList<DefinitionPart> Summary(string definition);

    /// <summary>A condition in words: 「…のとき」.</summary>
    /// <param name="form">The form its names are of.</param>
    /// <param name="definition">The definition of that form.</param>
    /// <param name="condition">An expression that was read without fault.</param>
    /// <param name="group">Id of the group it stands in, or null.</param>
    string Say(Form form, JsonElement definition, JsonElement condition, string? group);

    /// <summary>A value that is computed, in words: 「…の合計」.</summary>
    /// <param name="group">Id of the group it stands in, or null.</param>
    string SayValue(Form form, JsonElement definition, JsonElement value, string? group);

    /// <summary>The empty form of a definition on paper, as HTML to be printed.</summary>
    string Paper(ProcedureEdition edition, JsonElement definition, Language language);
}

/// <summary>A procedure of the library, what it takes from the vocabulary filled in.</summary>
public sealed record LibraryDefinition(string Slug, string Title, string Kana, string Summary, Nature Nature, string Definition);

/// <summary>When an edition was published, and by whom (<c>library</c>: it came with the program).</summary>
public sealed record EditionRef(int Number, DateTime PublishedAt, string PublishedBy);

/// <summary>The edition of the library that a city's own editions follow; the hash is of its definition.</summary>
public sealed record LibraryBase(string Slug, int Number, string Sha256);

/// <summary>Something found in a definition: <c>Place</c> is a JSON path, <c>Code</c> the rule.</summary>
public sealed record DefinitionFinding(string Place, string Code, bool IsFault, string Reason);

/// <summary>What a definition says about one thing: a page, the fee …</summary>
public sealed record DefinitionPart(string Heading, IReadOnlyList<string> Lines);

/// <summary>One change as a sentence.</summary>
/// <param name="Was">The whole text as it was; null when the sentence says all of it, or there was none.</param>
/// <param name="Now">The whole text as it is; null when the sentence says all of it, or there is none.</param>
public sealed record DefinitionChange(string Line, string? Was = null, string? Now = null)
{
    /// <summary>Whether there is more to read than the sentence.</summary>
    public bool IsShortened => Was is not null || Now is not null;
}

/// <summary>The edition a definition makes, or its faults.</summary>
public sealed record ReadDefinition(ProcedureEdition? Edition, IReadOnlyList<DefinitionFinding> Faults);
