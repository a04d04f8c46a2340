using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Directory.SetTheme;

/// <summary>The draft as residents would see it; nobody else sees it before it is published.</summary>
internal sealed class PreviewPage(ReadThemes read, PublishTheme publish, DraftTheme draft, IDirectory directory) : StaffPage
{
    public Guid Id { get; private set; }

    public CityTheme City { get; private set; } = CityTheme.Plain;

    public City Shown { get; private set; } = new();

    public IReadOnlyList<Pairing> Pairings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : Redirect(Url.Content("~/staff/theme"));

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return Redirect(Url.Content("~/staff/theme"));
        if (act == "discard") return Accept(await draft.DiscardAsync(id, stop)) ? Back("discarded") : Page();
        return Accept(await publish.RunAsync(id, stop)) ? Back("published") : Page();
    }

    private RedirectResult Back(string did) => Redirect(Url.Content($"~/staff/theme?did={did}"));

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await read.DraftAsync(stop) is not { } found) return false;
        Id = found.Row.Id;
        Shown = directory.City with { Shown = found.Theme.Name };
        Pairings = [.. (found.Theme.Colours?.Tones() ?? Tones.Plain).Pairings()];
        City = found.Theme.Shown() with { Mark = Drafted(found.Theme.Mark), Top = Drafted(found.Theme.Top) };
        return true;
    }

    // Not published: from an address only those who may set it can open.
    private static CityPicture? Drafted(PictureFacts? picture) =>
        picture?.Shown() is { } shown ? shown with { Path = shown.Path.Replace("/theme/", "/staff/theme/preview/", StringComparison.Ordinal) } : null;
}
