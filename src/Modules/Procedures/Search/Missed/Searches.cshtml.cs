using Madoguchi.Directory.Contracts;
using Madoguchi.Procedures.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>見つからなかった検索: what residents looked for in vain, and the words the city has added since.</summary>
internal sealed class SearchesPage(MissedList list, DismissSearch dismiss, RemoveCityWord remove, ProcedureCatalogue procedures, IDirectory directory) : StaffPage
{
    private const string Address = "~/staff/searches";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Where the list of the city's words goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? WordsAfter { get; set; }

    /// <summary>What was just done: <c>added</c>, <c>removed</c>, <c>dismissed</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "did")]
    public string? Did { get; set; }

    public IReadOnlyList<MissedSearch> Searches { get; private set; } = [];

    public IReadOnlyList<CityWord> Words { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRef> Names { get; private set; } = new Dictionary<string, PersonRef>();

    public string? PreviousHref => After is null ? null : Address;

    public string? NextHref { get; private set; }

    public string? PreviousWordsHref => WordsAfter is null ? null : Address + "#words";

    public string? NextWordsHref { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Searches, var next) = await list.SearchesAsync(After, stop);
        (Words, var nextWords) = await list.WordsAsync(WordsAfter, stop);
        Names = directory.NamesOf(Words.Select(w => w.AddedBy));
        NextHref = next is null ? null : $"{Address}?after={next}";
        NextWordsHref = nextWords is null ? null : $"{Address}?words={nextWords}#words";
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken stop)
    {
        await dismiss.RunAsync(id, stop);
        return Redirect(Url.Content(Address + "?did=dismissed"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop)
    {
        await remove.RunAsync(id, stop);
        return Redirect(Url.Content(Address + "?did=removed"));
    }

    public string TitleOf(CityWord word) => procedures.All.FirstOrDefault(c => c.Slug == word.Slug)?.Title.Ja ?? word.Slug;

    public bool MayRemove(CityWord word) => RemoveCityWord.May(Actor, procedures, word.Slug);
}
