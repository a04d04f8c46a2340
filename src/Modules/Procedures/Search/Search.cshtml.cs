using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Procedures.Search;

/// <summary>Finds procedures by words or by what happened in life.</summary>
[Anyone]
internal sealed class SearchPage(IProcedures procedures) : ResidentPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "lifeEvent")]
    public string? LifeEvent { get; set; }

    public IReadOnlyList<ProcedureCard> Found { get; private set; } = [];

    public bool Asked => !string.IsNullOrWhiteSpace(Query);

    public LocalizedText? LifeEventLabel => LifeEvent is not null && Text.Has($"lifeEvent.{LifeEvent}") ? Text[$"lifeEvent.{LifeEvent}"] : null;

    /// <summary>Best first when words were given, else in the order of the kana.</summary>
    public void OnGet()
    {
        var found = procedures.Search(Query, LifeEventLabel is null ? null : LifeEvent);
        Found = Asked ? found : [.. found.OrderBy(e => e.Kana, StringComparer.Ordinal)];
    }
}
