using Madoguchi.Applications.Contracts;

namespace Madoguchi.Applications.Figures;

/// <summary>Matters by procedure and channel.</summary>
internal sealed class MatterCounts(Database database) : IMatterCounts
{
    public async Task<IReadOnlyDictionary<string, MatterCount>> ArrivedAsync(DateOnly from, DateOnly before, CancellationToken stop = default) =>
        (await FigureRows.ChannelsAsync(database, JapaneseDate.UtcOf(from, TimeOnly.MinValue), JapaneseDate.UtcOf(before, TimeOnly.MinValue), stop))
            .GroupBy(r => r.Procedure).ToDictionary(g => g.Key, g => new MatterCount(g.Where(r => IsOnline(r.Channel)).Sum(r => r.Count), g.Where(r => !IsOnline(r.Channel)).Sum(r => r.Count)));

    private static bool IsOnline(Channel channel) => channel is Channel.Web or Channel.Api or Channel.Line or Channel.Mynaportal or Channel.Core;
}
