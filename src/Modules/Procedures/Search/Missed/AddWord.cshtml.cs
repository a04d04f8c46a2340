using Madoguchi.DesignSystem.Forms;
using Madoguchi.Procedures.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>キーワードに加える: which procedure the words mean, those that come nearest on top.</summary>
internal sealed class AddWordPage(MissedList list, AddCityWord add, ProcedureCatalogue procedures) : StaffPage
{
    [BindProperty]
    public string? Word { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public MissedSearch Missed { get; private set; } = null!;

    /// <summary>The procedures this officer looks after.</summary>
    public IReadOnlyList<Choice> Procedures { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await ShowAsync(id, stop);
        Word = Missed.Words;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (Accept(await add.RunAsync(id, new AddCityWord.Input(Slug, Word), stop))) return Redirect(Url.Content("~/staff/searches?did=added"));
        await ShowAsync(id, stop);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken stop)
    {
        Missed = await list.FindAsync(id, stop);
        var others = procedures.All.OrderBy(c => c.Kana, StringComparer.Ordinal);
        Procedures =
        [
            .. procedures.Nearest(Missed.Words, 5).Concat(others).DistinctBy(c => c.Slug)
                .Where(c => Actor.May(ProceduresPermissions.Maintain, c.Division)).Select(c => new Choice(c.Slug, c.Title.Ja)),
        ];
    }
}
