using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Lint;

/// <summary>Judges a definition as a whole: what the reader finds, then every rule.</summary>
internal sealed class Linter(FormContext context, ILetterTrial letters)
{
    /// <summary>The edition, null when it has a fault, with all findings.</summary>
    public (ProcedureEdition? Edition, IReadOnlyList<Finding> Findings) Run(LibraryFile file, int number = 1)
    {
        var (edition, faults) = DefinitionReader.Read(file.File, file.Definition, number, context);
        var findings = faults.Found.Select(f => new Finding(f.File, f.Path, "structure", Severity.Fault, f.Reason)).ToList();
        if (edition is null) return (null, findings);

        if (edition.Slug != file.Slug) findings.Add(new Finding(file.File, "$.slug", "structure", Severity.Fault, $"must be {file.Slug}, as the file is named"));
        findings.AddRange(new ResultRules(edition, letters).Run().Select(f => new Finding(file.File, f.Place, f.Code, f.Severity, f.Reason)));
        return (findings.Any(f => f.Severity == Severity.Fault) ? null : edition, findings);
    }
}

/// <summary>What a rule found; the file is known to whoever asks.</summary>
internal sealed record Found(string Place, string Code, Severity Severity, string Reason);
