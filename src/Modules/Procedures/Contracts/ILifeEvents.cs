namespace Madoguchi.Procedures.Contracts;

/// <summary>The life events residents can ask about, read when first asked for and kept in memory; docs/life-events.md.</summary>
public interface ILifeEvents
{
    /// <summary>Slug and title of each, for pages that only lead there: reads the files, compiles nothing.</summary>
    IReadOnlyList<LifeEventCard> Cards { get; }

    /// <summary>All that could be read, ordered by slug.</summary>
    IReadOnlyList<LifeEvent> All { get; }

    /// <summary>The life event, or null.</summary>
    LifeEvent? Find(string slug);

    /// <summary>What there is to do after these answers; null when there is no such life event. Nothing is kept.</summary>
    LifeEventPlan? Plan(string slug, JsonElement answers, DateOnly today, Language language = Language.Ja);
}
