namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>What is wrong with a definition: file, JSON path and reason.</summary>
internal sealed record Fault(string File, string Path, string Reason)
{
    public override string ToString() => $"{File} {Path}: {Reason}";
}

/// <summary>The faults met while one file is read; reading goes on, so that all are reported at once.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<Fault> found = [];

    public IReadOnlyList<Fault> Found => found;

    /// <summary>Paths of texts for residents that lack a language.</summary>
    public List<string> Untranslated { get; } = [];

    public void Add(string path, string reason) => found.Add(new Fault(file, path, reason));
}
