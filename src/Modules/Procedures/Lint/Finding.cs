namespace Madoguchi.Procedures.Lint;

/// <summary>A fault keeps a definition from being published; advice does not.</summary>
internal enum Severity { Fault, Advice }

/// <summary>Something found in a definition: where, which rule, and what to do.</summary>
internal sealed record Finding(string File, string Place, string Code, Severity Severity, string Reason)
{
    public override string ToString() => Severity == Severity.Fault ? $"{File}: {Place}: {Reason} [{Code}]" : $"{File}: {Place}: （助言）{Reason} [{Code}]";
}
