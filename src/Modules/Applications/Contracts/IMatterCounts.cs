namespace Madoguchi.Applications.Contracts;

/// <summary>How many matters of a procedure arrived, by the way they came.</summary>
/// <param name="Online">Through web, API, LINE, マイナポータル or a core system.</param>
/// <param name="Offline">Over the counter, on paper, by mail or telephone.</param>
public sealed record MatterCount(long Online, long Offline)
{
    public long Total => Online + Offline;
}

/// <summary>Matters counted over all divisions; single matters are not told.</summary>
public interface IMatterCounts
{
    /// <summary>Counts by slug of what arrived from a day of Tokyo on and before another, in one query; a procedure without matters is not among them.</summary>
    Task<IReadOnlyDictionary<string, MatterCount>> ArrivedAsync(DateOnly from, DateOnly before, CancellationToken stop = default);
}
