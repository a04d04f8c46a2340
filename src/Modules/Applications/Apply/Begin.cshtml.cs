using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Apply;

/// <summary>The first step after the procedure page: a new form, or the one begun earlier.</summary>
[ResidentsOnly]
internal sealed class BeginPage(SavedForms forms, IProcedures procedures, IDirectory directory) : ResidentPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Edition.Division);

    /// <summary>Forms of this procedure begun and not submitted.</summary>
    public IReadOnlyList<SavedForm> Begun { get; private set; } = [];

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Edition = procedures.Find(slug) ?? throw new NotFoundException();
        Begun = await forms.MineAsync(Edition.Slug, 50, stop);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        var form = await forms.BeginAsync(slug, null, stop);
        return Redirect(Url.Content($"~/apply/{form.Id}/{form.Page}"));
    }
}
