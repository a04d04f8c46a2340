using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Directory.SetTheme;

/// <summary>見た目: name, mark, colours, picture and greeting, kept as a draft that is looked at before it is published.</summary>
[PictureUpload]
internal sealed class ThemePage(ReadThemes read, DraftTheme draft, IDirectory directory) : StaffPage
{
    [BindProperty(Name = "nameJa")]
    public string? NameJa { get; set; }

    [BindProperty(Name = "nameKana")]
    public string? NameKana { get; set; }

    [BindProperty(Name = "nameEn")]
    public string? NameEn { get; set; }

    [BindProperty(Name = "nameEasy")]
    public string? NameEasy { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    [BindProperty(Name = "hover")]
    public string? Hover { get; set; }

    [BindProperty(Name = "active")]
    public string? Active { get; set; }

    [BindProperty(Name = "pale")]
    public string? Pale { get; set; }

    [BindProperty(Name = "soft")]
    public string? Soft { get; set; }

    [BindProperty(Name = "deep")]
    public string? Deep { get; set; }

    [BindProperty(Name = "removeMark")]
    public bool RemoveMark { get; set; }

    [BindProperty(Name = "removeTop")]
    public bool RemoveTop { get; set; }

    [BindProperty(Name = "textJa")]
    public string? TextJa { get; set; }

    [BindProperty(Name = "textEn")]
    public string? TextEn { get; set; }

    [BindProperty(Name = "textEasy")]
    public string? TextEasy { get; set; }

    [BindProperty(Name = "greetingJa")]
    public string? GreetingJa { get; set; }

    [BindProperty(Name = "greetingEn")]
    public string? GreetingEn { get; set; }

    [BindProperty(Name = "greetingEasy")]
    public string? GreetingEasy { get; set; }

    [BindProperty(SupportsGet = true, Name = "did")]
    public string? Did { get; set; }

    public ThemeRow? Draft { get; private set; }

    /// <summary>The draft, else what is shown now: its pictures stay unless they are replaced.</summary>
    public Domain.Themes.Theme Kept { get; private set; } = Domain.Themes.Theme.Plain;

    public IReadOnlyList<ReadThemes.Edition> Editions { get; private set; } = [];

    public string DraftedBy => Draft is null ? "" : directory.NamesOf([Draft.DraftedBy]).GetValueOrDefault(Draft.DraftedBy)?.Name ?? "";

    public IReadOnlyList<(string Name, string? Value)> Tones => [("hover", Hover), ("active", Active), ("pale", Pale), ("soft", Soft), ("deep", Deep)];

    public bool HasTones => Tones.Any(t => !string.IsNullOrEmpty(t.Value));

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Show(Kept);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? mark, IFormFile? top, CancellationToken stop)
    {
        await LoadAsync(stop);
        var input = new ThemeInput(
            NameJa, NameKana, NameEn, NameEasy, Key, Hover, Active, Pale, Soft, Deep, await BytesAsync(mark, stop), RemoveMark, await BytesAsync(top, stop), RemoveTop,
            TextJa, TextEn, TextEasy, GreetingJa, GreetingEn, GreetingEasy);
        return ModelState.IsValid && Accept(await draft.RunAsync(input, stop)) ? ToPreview() : Page();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid? edition, CancellationToken stop)
    {
        await draft.BringBackAsync(edition, stop);
        return ToPreview();
    }

    private RedirectResult ToPreview() => Redirect(Url.Content("~/staff/theme/preview"));

    private async Task LoadAsync(CancellationToken stop)
    {
        Editions = await read.EditionsAsync(stop);
        if (await read.DraftAsync(stop) is { } found) (Draft, Kept) = found;
        else if (Editions is [var now, ..]) Kept = now.Theme;
    }

    private void Show(Domain.Themes.Theme theme)
    {
        (NameJa, NameKana, NameEn, NameEasy) = (theme.Name?.Ja, theme.Name?.Kana, theme.Name?.En, theme.Name?.Easy);
        (Key, Hover, Active) = (theme.Colours?.Key, theme.Colours?.Hover, theme.Colours?.Active);
        (Pale, Soft, Deep) = (theme.Colours?.Pale, theme.Colours?.Soft, theme.Colours?.Deep);
        (TextJa, TextEn, TextEasy) = (theme.TopText?.Ja, theme.TopText?.En, theme.TopText?.Easy);
        (GreetingJa, GreetingEn, GreetingEasy) = (theme.Greeting?.Ja, theme.Greeting?.En, theme.Greeting?.Easy);
    }

    // A file far beyond its limit is not read: one byte more than allowed says as much.
    private static async Task<byte[]?> BytesAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length == 0) return null;
        var content = new byte[Math.Min(file.Length, ThemeInput.LargestTop + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, stop);
        return content;
    }
}
