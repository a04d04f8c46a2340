using Madoguchi.Directory.Contracts;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Search.Missed;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Procedures.Search;

/// <summary>A link that narrows the list or, when it is chosen, widens it again.</summary>
internal sealed record Filter(LocalizedText Label, string Href, int Count, bool Chosen);

/// <summary>Finds procedures by words or by what happened in life.</summary>
[Anyone, Cacheable("q")]
internal sealed class SearchPage(ProcedureCatalogue procedures, IDirectory directory, MissedSearches missed) : ResidentPage
{
    private const int Longest = 200;
    private const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "lifeEvent")]
    public string? LifeEvent { get; set; }

    [BindProperty(SupportsGet = true, Name = "audience")]
    public string? Audience { get; set; }

    /// <summary>How many stand on the pages before this one.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    public City City => directory.City;

    public bool IsStopped(ProcedureCard card) => procedures.Stop(card.Slug) is not null;

    /// <summary>What was typed, as text that may stand in a page, no longer than the field.</summary>
    public string Words { get; private set; } = "";

    public bool Asked => Words.Length > 0;

    public IReadOnlyList<ProcedureCard> Found { get; private set; } = [];

    /// <summary>Those of this page.</summary>
    public IEnumerable<ProcedureCard> Shown => Found.Skip(Start).Take(Most);

    public string? PreviousHref => Start == 0 ? null : Href(LifeEvent, Audience, Math.Max(0, Start - Most));

    public string? NextHref => Start + Most >= Found.Count ? null : Href(LifeEvent, Audience, Start + Most);

    /// <summary>Filters in force: their links widen the list again.</summary>
    public IReadOnlyList<Filter> Chosen => [.. Filters.SelectMany(f => f.Links).Where(l => l.Chosen)];

    // Any number is an address somebody may have kept; what leads beyond the list begins it anew.
    private int Start => int.TryParse(From, out var start) && start > 0 && start < Found.Count ? start : 0;

    public IReadOnlyList<string> Understood { get; private set; } = [];

    /// <summary>What comes nearest when nothing was found.</summary>
    public IReadOnlyList<ProcedureCard> Nearest { get; private set; } = [];

    public IReadOnlyList<(LocalizedText Name, IReadOnlyList<Filter> Links)> Filters { get; private set; } = [];

    public IEnumerable<(string Code, LocalizedText Label)> Events => Codes(procedures.All, c => c.LifeEvents, "lifeEvent").Select(c => (c.Code, c.Label));

    public LocalizedText? LifeEventLabel => LifeEvent is null ? null : Text[$"lifeEvent.{LifeEvent}"];

    /// <summary>Best first when words were given, else in the order of the kana.</summary>
    public void OnGet()
    {
        Words = TextRules.Normalise(Query ?? "").Trim();
        if (Words.Length > Longest) Words = TextRules.Normalise(Words[..Longest]);
        if (!Text.Has($"lifeEvent.{LifeEvent}")) LifeEvent = null;
        if (Audience is not ("person" or "business")) Audience = null;

        var result = Asked ? procedures.Look(Words) : new SearchResult([.. procedures.All.OrderBy(e => e.Kana, StringComparer.Ordinal)], []);
        Understood = result.Understood;
        Found = [.. Fitting(result.Found, LifeEvent, Audience)];
        // Every search in vain is counted: a page kept for others would hide them.
        if (Found.Count == 0) Response.Headers.CacheControl = "no-store";
        // Officers try what residents would type: that is no wish of a resident.
        if (result.Found.Count == 0 && Asked && !Request.Cookies.ContainsKey(SignInSchemes.StaffCookie)) missed.Count(Words);
        if (Found.Count == 0 && Asked) Nearest = procedures.Nearest(Words, 5);
        if (result.Found.Count > 1) Filters = FiltersOf(result.Found);
    }

    // Each with the number of procedures it leaves beside the other filter.
    private IReadOnlyList<(LocalizedText, IReadOnlyList<Filter>)> FiltersOf(IReadOnlyList<ProcedureCard> found) =>
    [
        (Text["search.audience"], Links(Codes(Fitting(found, LifeEvent, null), c => c.Audience, "audience"), Audience, code => Href(LifeEvent, code))),
        (Text["search.events"], Links(Codes(Fitting(found, null, Audience), c => c.LifeEvents, "lifeEvent"), LifeEvent, code => Href(code, Audience))),
    ];

    private static IEnumerable<ProcedureCard> Fitting(IEnumerable<ProcedureCard> cards, string? lifeEvent, string? audience) =>
        cards.Where(c => (lifeEvent is null || c.LifeEvents.Contains(lifeEvent)) && (audience is null || c.Audience.Contains(audience)));

    private static IReadOnlyList<Filter> Links(IEnumerable<(string Code, LocalizedText Label, int Count)> codes, string? chosen, Func<string?, string> href) =>
        [.. codes.Select(c => new Filter(c.Label, href(c.Code == chosen ? null : c.Code), c.Count, c.Code == chosen))];

    private IEnumerable<(string Code, LocalizedText Label, int Count)> Codes(IEnumerable<ProcedureCard> cards, Func<ProcedureCard, IEnumerable<string>> codes, string name) =>
        cards.SelectMany(codes).GroupBy(c => c).Where(g => Text.Has($"{name}.{g.Key}"))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Text[$"{name}.{g.Key}"], g.Count()));

    private string Href(string? lifeEvent, string? audience, int from = 0)
    {
        (string Name, string? Value)[] parts = [("q", Asked ? Words : null), ("lifeEvent", lifeEvent), ("audience", audience), ("from", from > 0 ? $"{from}" : null)];
        return "~/search?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}
