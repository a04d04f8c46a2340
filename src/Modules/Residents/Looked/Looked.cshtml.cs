using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Residents.Looked;

/// <summary>私の情報を見た記録.</summary>
[ResidentsOnly]
internal sealed class LookedPage(ReadLooks looks, IDirectory directory) : ResidentPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ReadLooks.Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public City City => directory.City;

    public int QuietDays => ReadLooks.Quiet.Days;

    public async Task OnGetAsync(CancellationToken stop) => (Lines, Next) = await looks.RunAsync(After, stop);

    public string DivisionOf(ReadLooks.Line line) => (line.Division, Text.Language) switch
    {
        (null, Language.En) => City.English,
        (null, _) => City.Name,
        ({ } division, Language.En) => division.English,
        ({ } division, _) => division.Name,
    };
}
