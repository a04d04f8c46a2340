using Madoguchi.Applications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>Procedures and matters of a division, or of all: how many, and how many of them online.</summary>
internal sealed class OnlineRate
{
    public long Procedures { get; set; }

    public long OnlineProcedures { get; set; }

    /// <summary>適用除外: not counted in the rate.</summary>
    public long Exempt { get; set; }

    public long Matters { get; set; }

    public long OnlineMatters { get; set; }

    public double? OfProcedures => Procedures == 0 ? null : 100d * OnlineProcedures / Procedures;

    public double? OfMatters => Matters == 0 ? null : 100d * OnlineMatters / Matters;
}

/// <param name="Real">Of the matters that really came to procedures of the catalogue.</param>
/// <param name="Unranked">Procedures not online of which volume or minutes are unknown.</param>
internal sealed record Figures(OnlineRate All, OnlineRate Real, IReadOnlyList<(string Division, OnlineRate Rate)> Divisions, IReadOnlyList<RankedLine> Ranking, long Unranked);

/// <summary>オンライン化率 and what to put online next: one pass over the register, holding only the best.</summary>
internal sealed class RegisterFigures(IProcedures procedures, ReadRegister read, Actor actor)
{
    public const int Best = 50;

    public async Task<Figures> RunAsync(string? division, string? counted, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var (all, real, divisions) = (new OnlineRate(), new OnlineRate(), new Dictionary<string, OnlineRate>());
        var matters = await read.CountedAsync(counted, stop);
        foreach (var card in procedures.All.Where(c => division is null || c.Division == division))
        {
            var count = matters.GetValueOrDefault(card.Slug) ?? new MatterCount(0, 0);
            foreach (var rate in new[] { all, real, Of(divisions, card.Division) }) Add(rate, "1", count.Total, count.Online);
        }

        var best = new PriorityQueue<RankedLine, (double Score, string Id)>();
        var unranked = 0L;
        var rows = read.Others().Where(e => division == null || e.Division == division)
            .Select(e => new { e.Id, e.SurveyId, e.Name, e.Division, e.Online, e.Concern, e.Originals, e.Total, e.OnlineTotal, e.Minutes, e.Seal });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            foreach (var rate in new[] { all, Of(divisions, row.Division) }) Add(rate, row.Online, row.Total ?? 0, row.OnlineTotal ?? 0);
            if (row.Online is "1" or "3" || row.Concern == "5") continue;
            if (row.Total is not > 0 || row.Minutes is not > 0)
            {
                unranked++;
                continue;
            }

            var line = Ranking.Of(row.Id.ToString(), row.SurveyId, row.Name, row.Division, row.Total.Value, row.Minutes.Value, Ranking.Ease(row.Concern, row.Seal, row.Originals));
            best.Enqueue(line, (line.Score, row.SurveyId));
            if (best.Count > Best) best.Dequeue();
        }

        return new Figures(all, real, [.. divisions.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => (d.Key, d.Value))],
            [.. best.UnorderedItems.Select(b => b.Element).OrderByDescending(b => b.Score).ThenBy(b => b.SurveyId, StringComparer.Ordinal)], unranked);
    }

    private static OnlineRate Of(Dictionary<string, OnlineRate> divisions, string code)
    {
        if (!divisions.TryGetValue(code, out var rate)) divisions[code] = rate = new OnlineRate();
        return rate;
    }

    private static void Add(OnlineRate rate, string online, long matters, long onlineMatters)
    {
        if (online == "3")
        {
            rate.Exempt++;
            return;
        }

        rate.Procedures++;
        if (online == "1") rate.OnlineProcedures++;
        rate.Matters += matters;
        rate.OnlineMatters += onlineMatters;
    }
}
