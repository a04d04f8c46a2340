using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Drafts;

/// <summary>A new procedure: first what to begin from, then what it is called.</summary>
internal sealed class NewPage(StartDraft start, IProcedures procedures, IDefinitions definitions, IDirectory directory) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "start")]
    public string? Start { get; set; }

    [BindProperty(SupportsGet = true, Name = "source")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Kana { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    [BindProperty]
    public string? Division { get; set; }

    /// <summary>Procedures of the library that have the words.</summary>
    public IReadOnlyList<LibraryDefinition> Found { get; private set; } = [];

    public IReadOnlyList<Choice> Natures => [.. EmptyDefinition.Natures.Select(n => new Choice(n, Text[$"staff.studio.nature.{n}"], Text[$"staff.studio.nature.{n}.help"]))];

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Where(d => Actor.May(ProceduresPermissions.Edit, d.Code)).Select(d => new Choice(d.Code, d.Name))];

    /// <summary>Whether what to begin from is known, so that it can be named.</summary>
    public bool Chosen => Start == "empty" || (Source is not null && SourceTitle is not null);

    public string? SourceTitle => Start switch
    {
        "library" => definitions.Library.GetValueOrDefault(Source ?? "")?.Title,
        "copy" => procedures.All.FirstOrDefault(c => c.Slug == Source)?.Title.Ja,
        _ => null,
    };

    public void OnGet()
    {
        Actor.Require(ProceduresPermissions.Edit);
        (Nature, Division) = ("survey", Actor.Division);
        Title = SourceTitle is { } source && Start == "library" && procedures.All.All(c => c.Slug != Source) ? source : null;
        if (!Chosen) Search();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var started = await start.RunAsync(new StartDraft.Input(Start, Source, Title, Kana, Slug, Nature, Division), stop);
        if (Accept(started)) return Redirect(Url.Content($"~/staff/studio/{started.Value.Id}"));
        if (!Chosen) Search();
        return Page();
    }

    private void Search()
    {
        var words = SearchFoldOf(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Found = [.. definitions.Library.Values.Where(l => words.All(SearchFoldOf($"{l.Title} {l.Kana} {l.Summary} {l.Slug}").Contains)).OrderBy(l => l.Kana, StringComparer.Ordinal)];
    }

    private static string SearchFoldOf(string text) => TextRules.Katakana(TextRules.Compatible(TextRules.Normalise(text)).ToLowerInvariant()).Replace('　', ' ');
}
