using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Modules;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Text;
using Madoguchi.Kernel.Time;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>The front door: what do you want to do?</summary>
[Anyone, Cacheable]
internal sealed class HomePage(IProcedures procedures, ILifeEvents lifeEvents, IProcedureFigures figures, IAnnouncements announcements, IDirectory directory, IEnumerable<HomeSlot> slots, TimeProvider clock) : ResidentPage
{
    private const int Most = 5;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(60);

    public City City => directory.City;

    /// <summary>A few questions lead to a list of what there is to do.</summary>
    public IReadOnlyList<LifeEventCard> LifeEvents => lifeEvents.Cards;

    /// <summary>Life events that have a procedure, with how many.</summary>
    public IReadOnlyList<(string Code, LocalizedText Label, int Count)> Events { get; private set; } = [];

    /// <summary>What modules show a resident who is signed in.</summary>
    public IReadOnlyList<HomeSlot> Slots { get; private set; } = [];

    /// <summary>What most people came for in the last thirty days.</summary>
    public IReadOnlyList<ProcedureCard> MostUsed { get; private set; } = [];

    /// <summary>What closes soon, the first to close first.</summary>
    public IReadOnlyList<ProcedureCard> ClosingSoon { get; private set; } = [];

    /// <summary>What the city tells everybody now, newest first; danger is shown above everything.</summary>
    public IReadOnlyList<AnnouncementItem> Announcements { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Announcements = await announcements.CurrentAsync(Text.Language, stop);
        var now = clock.Now();
        Slots = Actor.IsResident ? [.. slots.OrderBy(s => s.Order)] : [];
        MostUsed = [.. figures.MostUsed.Select(procedures.Card).OfType<ProcedureCard>().Where(p => IsOpen(p, now)).Take(Most)];
        ClosingSoon = [.. procedures.All.Where(p => p.ClosesAt < now + Soon && IsOpen(p, now)).OrderBy(p => p.ClosesAt).Take(Most)];
        Events =
        [
            .. procedures.All.SelectMany(e => e.LifeEvents).GroupBy(code => code).Where(g => Text.Has($"lifeEvent.{g.Key}"))
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Text[$"lifeEvent.{g.Key}"], g.Count())),
        ];
    }

    private bool IsOpen(ProcedureCard card, DateTime now) => card.IsOpen(now) && procedures.StoppedAt(card.Slug) is null;
}
