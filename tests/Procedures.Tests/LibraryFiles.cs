using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Domain.Forms;
using Madoguchi.Procedures.Domain.Reading;

namespace Procedures.Tests;

/// <summary>The library as it ships, read once.</summary>
internal static class LibraryFiles
{
    public static readonly FormContext City = new("みなと台市", "潮見県", new BusinessCalendar());

    private static readonly Lazy<IReadOnlyDictionary<string, LibraryFile>> Files = new(() =>
        new Library(new Vocabulary(Path.Combine(Folder(), "../vocabulary"))).Read(Folder()).ToDictionary(f => f.Slug));

    private static readonly Lazy<IReadOnlyDictionary<string, (ProcedureEdition? Edition, FaultList Faults)>> Read = new(() =>
        Files.Value.Values.ToDictionary(f => f.Slug, f => DefinitionReader.Read(f.File, f.Definition, 1, City)));

    public static IEnumerable<LibraryFile> All => Files.Value.Values;

    public static IEnumerable<string> Slugs => Read.Value.Keys;

    public static FaultList Faults(string slug) => Read.Value[slug].Faults;

    public static ProcedureEdition Edition(string slug) =>
        Read.Value[slug].Edition ?? throw new InvalidOperationException(string.Join('\n', Faults(slug).Found));

    /// <summary>The definition with what it takes from the vocabulary.</summary>
    public static string Text(string slug) => Files.Value[slug].Definition!;

    public static Checked Validate(this ProcedureEdition edition, JsonNode answers, DateOnly today)
    {
        using var json = JsonDocument.Parse(answers.ToJsonString());
        return edition.Form.Validate(json.RootElement, today);
    }

    public static string[] Codes(this Checked judged, string key) => [.. judged.Errors.Where(e => e.Field == key).Select(e => e.Code)];

    public static string Listed(this IEnumerable<FieldError> errors) => string.Join(", ", errors.Select(e => $"{e.Field}: {e.Code}"));

    public static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Madoguchi.slnx"))) return Path.Combine(at.FullName, "library");
        throw new InvalidOperationException("The library is not above the test's folder");
    }
}
