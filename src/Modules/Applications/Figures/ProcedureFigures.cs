using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Applications.Figures;

/// <summary>Counts every hour what residents ask of a procedure: how long it really takes, and what others use most. Pages read it from memory.</summary>
internal sealed class ProcedureFigures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ProcedureFigures> log) : BackgroundService, IProcedureFigures
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private FrozenDictionary<string, ProcedureFigure> figures = FrozenDictionary<string, ProcedureFigure>.Empty;

    public IReadOnlyList<string> MostUsed { get; private set; } = [];

    public ProcedureFigure? Of(string slug) => figures.GetValueOrDefault(slug);

    /// <summary>Counts once.</summary>
    public async Task CountAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var now = clock.Now();
        var arrivals = await FigureRows.ArrivalsAsync(database, now - Recent, stop);
        var ended = (await FigureRows.EndedAsync(database, now - Year, stop)).ToLookup(r => r.Procedure, r => JapaneseDate.Of(r.Ended).DayNumber - JapaneseDate.Of(r.Arrived).DayNumber);
        figures = arrivals.Keys.Union(ended.Select(g => g.Key)).ToFrozenDictionary(slug => slug, slug => Figure(arrivals.GetValueOrDefault(slug), [.. ended[slug].Order()]));
        MostUsed = [.. arrivals.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key)];
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do await TryAsync(stop);
        while (await timer.WaitForNextTickAsync(stop));
    }

    private static ProcedureFigure Figure(int arrivals, int[] days) =>
        new(arrivals, days.Length, days.Length < IProcedureFigures.Fewest ? null : days[(days.Length - 1) / 2]);

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await CountAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The figures of the procedures could not be counted; trying again in an hour");
        }
    }
}
