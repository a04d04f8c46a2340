using System.Text.Json.Nodes;
using Madoguchi.Applications.LifeEvents;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Apply;

/// <summary>The first step after the procedure page: a new form, or the one begun earlier.</summary>
[ResidentsOnly]
internal sealed class BeginPage(SavedForms forms, LifePlans plans, IProcedures procedures, IDirectory directory, Database database, IFormWatch watch) : ResidentPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    /// <summary>受付の停止: nothing can be begun.</summary>
    public ProcedureStop? Stop => procedures.Stop(Edition.Slug);

    public Division? Division => directory.Division(Edition.Division);

    /// <summary>Forms of this procedure begun and not submitted.</summary>
    public IReadOnlyList<SavedForm> Begun { get; private set; } = [];

    /// <summary>The list of a life event the person comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    /// <summary>How many answers of that list the form takes over.</summary>
    public int Carried { get; private set; }

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Edition = procedures.Find(slug) ?? throw new NotFoundException();
        Carried = (await CarriedAsync(slug, stop))?.Count ?? 0;
        Begun = await forms.MineAsync(Edition.Slug, 50, stop);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        var form = await forms.BeginAsync(slug, null, stop, await CarriedAsync(slug, stop));
        database.AfterCommit(() => watch.Begun(new FormPlace(form.Procedure, form.BegunEdition, form.Page!)));
        return Redirect(Url.Content($"~/apply/{form.Id}/{form.Page}"));
    }

    private async Task<JsonObject?> CarriedAsync(string slug, CancellationToken stop) => Plan is { } plan ? await plans.CarriedAsync(plan, slug, stop) : null;
}
