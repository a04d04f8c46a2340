using Madoguchi.Kernel.Settings;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Outside;

/// <summary>確認用リンク: who outside the division may look at this draft, until when; made and ended here.</summary>
internal sealed class LinksPage(StudioDb db, MakeLink make, EndLink end, IDirectory directory, CityOptions options, TimeProvider clock) : EditPage
{
    private const int UsualDays = 14;

    [BindProperty]
    public string? MadeFor { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The address just made; it is never shown again.</summary>
    public string? Address { get; private set; }

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        LastDay = Today.AddDays(UsualDays);
        if (TempData["secret"] is string secret) Address = $"{options.PublicUrl}{LookDoor.Path}/{secret}";
        await ShowAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        // A day that cannot be read is told as any other that will not do.
        ModelState.Clear();
        var made = await make.RunAsync(id, MadeFor, LastDay, stop);
        if (Accept(made))
        {
            // Sealed in a cookie for the one page that follows: an answer that shows it itself would have changed nothing.
            TempData["secret"] = made.Value;
            return Redirect(Url.Content($"~/staff/studio/{id}/links#made"));
        }

        await ShowAsync(id, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromForm] Guid link, CancellationToken stop)
    {
        if (Accept(await end.RunAsync(id, link, stop))) return Redirect(Url.Content($"~/staff/studio/{id}/links"));
        await ShowAsync(id, stop);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Links = await db.Links.AsNoTracking().Where(l => l.DraftId == id).OrderByDescending(l => l.MadeAt).ThenByDescending(l => l.Id).Take(200).ToListAsync(stop);
        Know(directory.NamesOf(Links.Select(l => l.MadeBy).Concat(Links.Select(l => l.EndedBy)).OfType<string>().Distinct()));
    }
}
