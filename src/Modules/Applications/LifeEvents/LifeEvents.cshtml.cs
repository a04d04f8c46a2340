namespace Madoguchi.Applications.LifeEvents;

/// <summary>What may happen in life: each leads to a few questions.</summary>
[Anyone, Cacheable]
internal sealed class LifeEventsPage(ILifeEvents events) : ResidentPage
{
    public IReadOnlyList<LifeEvent> All => events.All;
}
