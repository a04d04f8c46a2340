namespace Madoguchi.Procedures.Contracts;

/// <summary>The verbs <c>procedure …</c> of the command line; none needs a database or a server.</summary>
public interface IProcedureTool
{
    /// <summary>Runs a verb such as <c>lint FILE…</c>.</summary>
    /// <returns>0 no fault, 1 faults, 2 no such verb or file.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken stop = default);
}
