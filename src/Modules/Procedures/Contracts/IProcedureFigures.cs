namespace Madoguchi.Procedures.Contracts;

/// <summary>What the matters of a procedure say about it.</summary>
/// <param name="Arrivals">Matters that arrived in the last thirty days.</param>
/// <param name="Finished">Matters of the last year whose result was told or that were completed.</param>
/// <param name="MedianDays">Half of the finished ones took no more calendar days from arrival; null below <see cref="IProcedureFigures.Fewest"/> finished ones.</param>
public sealed record ProcedureFigure(int Arrivals, int Finished, int? MedianDays);

/// <summary>Figures of all procedures, from memory and no older than an hour. Whoever keeps the matters provides them.</summary>
public interface IProcedureFigures
{
    /// <summary>Below this many finished matters a median says something about single persons and nothing about the procedure.</summary>
    public const int Fewest = 5;

    /// <summary>The figures of a procedure; null while there are none.</summary>
    ProcedureFigure? Of(string slug);

    /// <summary>Slugs of what arrived most in the last thirty days, most first.</summary>
    IReadOnlyList<string> MostUsed { get; }
}
