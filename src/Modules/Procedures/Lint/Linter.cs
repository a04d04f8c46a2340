using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Lint;

/// <summary>Judges a definition as a whole: what the reader finds, then every rule.</summary>
internal sealed class Linter(FormContext context, ILetterTrial letters, Lazy<IReadOnlyList<Neighbour>> others)
{
    public Linter(FormContext context, ILetterTrial letters, IEnumerable<LibraryFile> library)
        : this(context, letters, new Lazy<IReadOnlyList<Neighbour>>(() => [.. library.Select(Of).OfType<Neighbour>()]))
    {
    }

    public Linter(FormContext context, ILetterTrial letters, IReadOnlyList<Neighbour> others) : this(context, letters, new Lazy<IReadOnlyList<Neighbour>>(others))
    {
    }

    /// <summary>The edition, null when it has a fault, with all findings. The file stands in for the library's of that slug.</summary>
    public (ProcedureEdition? Edition, IReadOnlyList<Finding> Findings) Run(LibraryFile file, int number = 1)
    {
        var (edition, faults) = DefinitionReader.Read(file.File, file.Definition, number, context);
        var findings = file.Faults.Concat(faults.Found).Select(f => new Finding(f.File, f.Path, "structure", Severity.Fault, f.Reason)).ToList();
        if (edition is null || findings.Count > 0) return (null, findings);

        if (edition.Slug != file.Slug) findings.Add(new Finding(file.File, "$.slug", "structure", Severity.Fault, $"must be {file.Slug}, as the file is named"));
        using var root = JsonDocument.Parse(file.Definition!);
        var subject = new LintSubject(edition, root.RootElement, faults.Untranslated, [.. others.Value.Where(o => o.Slug != file.Slug)]);
        IEnumerable<Found> all =
        [
            .. LawRules.Run(subject), .. WordRules.Run(subject), .. KnownRules.Run(subject), .. AccessRules.Run(subject), .. PartRules.Run(subject), .. ConditionRules.Run(subject),
            .. new ResultRules(edition, letters).Run(),
        ];
        findings.AddRange(all.Distinct().Select(f => new Finding(file.File, f.Place, f.Code, f.Severity, f.Reason)));
        return (findings.Exists(f => f.Severity == Severity.Fault) ? null : edition, findings);
    }

    private static Neighbour? Of(LibraryFile file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Definition ?? "{}", new JsonDocumentOptions { MaxDepth = 64 });
            var root = json.RootElement;
            var title = root.GetProperty("title");
            return new Neighbour(
                file.Slug, title.ValueKind == JsonValueKind.String ? title.GetString()! : title.GetProperty("ja").GetString()!, root.GetProperty("kana").GetString()!,
                root.TryGetProperty("formNumber", out var number) ? number.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
