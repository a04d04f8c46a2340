using Madoguchi.Applications.Contracts;
using Madoguchi.Insights.Domain;
using Madoguchi.Procedures.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Insights.Look;

/// <summary>One procedure: where people leave, what they stumble over, how long it takes, what they wrote.</summary>
internal sealed class ProcedurePage(ReadFigures figures, IProcedures procedures, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "days")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? AskedEdition { get; set; }

    /// <summary>Where the list of words goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public DaysBack Back => DaysBack.Of(Asked);

    public ProcedureCard Card { get; private set; } = null!;

    public int Edition { get; private set; }

    public IReadOnlyList<int> Editions { get; private set; } = [];

    public Figures Form { get; private set; } = Figures.None;

    public IReadOnlyList<PageFigures> Pages { get; private set; } = [];

    public IReadOnlyList<ReadFigures.ErrorLine> Errors { get; private set; } = [];

    public IReadOnlyList<ReadFigures.WordsLine> Words { get; private set; } = [];

    public string? PreviousHref => After is null ? null : Href(Edition) + "#words";

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Card = figures.Card(slug);
        var from = Back.From(clock.Today());
        Editions = await figures.EditionsAsync(Card, from, stop);
        Edition = int.TryParse(AskedEdition, out var asked) && Editions.Contains(asked) ? asked : Card.Number;
        (Form, Pages, Errors) = await figures.OfAsync(Card, Edition, from, stop);
        (Words, var next) = await figures.WordsAsync(Card, After, stop);
        NextHref = next is null ? null : $"{Href(Edition)}&after={next}#words";
    }

    public string Href(int edition) => $"~/staff/insights/{Card.Slug}?days={Back.Days}&edition={edition}";

    public LocalizedText TitleOf(PageFigures page) => page.Page == FormPlace.Check ? Text["staff.insights.check"]
        : procedures.Edition(Card.Slug, Edition)!.Form.Pages.First(p => p.Id == page.Page).Title.Ja;

    public string LabelOf(ReadFigures.ErrorLine error) => procedures.Edition(Card.Slug, Edition)?.Form.Question(error.Question)?.Short.Ja ?? error.Question;
}
