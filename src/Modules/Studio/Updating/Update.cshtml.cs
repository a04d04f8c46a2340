using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Merging;
using Madoguchi.Studio.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Updating;

/// <summary>新しい版を取り込む: what changed there and here, and a choice for everything both changed.</summary>
[Upload(Largest)]
internal sealed class UpdatePage(UpdateProcedure update, ImportProcedure import, IDefinitions definitions) : StaffPage
{
    private const long Largest = 4 * 1024 * 1024;

    private Dictionary<string, Side> chosen = [];

    [BindProperty(SupportsGet = true, Name = "from")]
    public Guid? From { get; set; }

    [BindProperty(Name = "stamp")]
    public string? Stamp { get; set; }

    /// <summary>Also asks about parts that one side removed, because something else still needs one.</summary>
    [BindProperty(Name = "removals")]
    public bool AskRemovals { get; set; }

    public Update Update { get; private set; } = null!;

    public Merged Merged { get; private set; } = null!;

    public ConflictWords Words { get; private set; } = null!;

    /// <summary>What changed there and here, in sentences.</summary>
    public (IReadOnlyList<string> There, IReadOnlyList<string> Here) Changes { get; private set; }

    public IReadOnlyList<PackageFault> Faults { get; private set; } = [];

    public bool Overtaken { get; private set; }

    /// <summary>Conflicts by the part they are of.</summary>
    public IEnumerable<IGrouping<string, Conflict>> Parts => Merged.Conflicts.GroupBy(Words.PartOf);

    /// <summary>A removal stays one unless somebody says otherwise.</summary>
    public string? ChosenOf(Conflict conflict) =>
        chosen.TryGetValue(conflict.Key, out var side) ? side.ToString() : conflict.Kind != ConflictKind.Removal ? null : conflict.Theirs is null ? nameof(Side.Theirs) : nameof(Side.Mine);

    public IReadOnlyList<Choice> SidesOf(Conflict conflict) =>
    [
        new(nameof(Side.Theirs), Text[Update.FromLibrary ? "staff.studio.update.theirs" : "staff.studio.update.theirs.city"], Words.Theirs(conflict)),
        new(nameof(Side.Mine), Text["staff.studio.update.mine"], Words.Mine(conflict)),
    ];

    public Task OnGetAsync(string slug, CancellationToken stop) => ShowAsync(slug, stop);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        foreach (var (field, value) in Request.Form)
            if (field.Length == 17 && field[0] == 'c' && value.ToString() is nameof(Side.Mine) or nameof(Side.Theirs)) chosen[field] = Enum.Parse<Side>(value.ToString());
        await ShowAsync(slug, stop);
        var done = await update.RunAsync(new UpdateProcedure.Input(slug, From, Stamp, chosen, AskRemovals), stop);
        if (!done.Refused) return Redirect(Url.Content($"~/staff/studio/{done.Value.Id}"));
        if (done.Refusal == Refusals.Overtaken)
        {
            (Overtaken, chosen) = (true, []);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        foreach (var error in done.Refusal.Fields) ModelState.AddModelError(error.Code == "studio-choose" ? error.Field : "", Problems.Sentence(Text, error).Source);
        if (done.Refusal.Fields.Count == 0) ModelState.AddModelError("", Problems.Sentence(Text, done.Refusal).Source);
        // What came of it cannot be read: something that one side removed is still needed. Those removals become choices.
        if (done.Refusal.Fields.Any(f => f.Code == "studio-fault")) (AskRemovals, Merged) = (true, UpdateProcedure.Merge(Update, chosen, true));
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(string slug, IFormFile? file, CancellationToken stop)
    {
        var taken = await import.ToMergeAsync(slug, await HandedIn.ReadAsync(file, ProcedurePackage.LargestFile, stop), stop);
        if (taken.Refused || taken.Value.Id is not { } waiting)
        {
            await ShowAsync(slug, stop);
            if (!Accept(taken)) return Page();
            Faults = taken.Value.Faults;
            ModelState.AddModelError("file", Problems.Sentence(Text, new FieldError("file", "studio-file-faults", ("count", Faults.Count))).Source);
            return Page();
        }

        return Redirect(Url.Content($"~/staff/studio/update/{slug}?from={waiting}"));
    }

    private async Task ShowAsync(string slug, CancellationToken stop)
    {
        Update = await update.FindAsync(slug, From, stop);
        Merged = UpdateProcedure.Merge(Update, chosen, AskRemovals);
        var (before, theirs, mine) = (SideOf(Update.Base.Definition), SideOf(Update.Theirs), SideOf(Update.Mine));
        Words = new ConflictWords(definitions, Text, before, theirs, mine);
        Changes = before.Edition is null || theirs.Edition is null ? ([], []) : (definitions.Changes(Update.Base.Definition, Update.Theirs), definitions.Changes(Update.Base.Definition, Update.Mine));
    }

    private ReadSide SideOf(string definition)
    {
        using var json = JsonDocument.Parse(definition, new JsonDocumentOptions { MaxDepth = 64 });
        return new ReadSide(Definition.Parse(definition), definitions.Read(definition).Edition, json.RootElement.Clone());
    }
}
