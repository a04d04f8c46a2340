using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Sharing;

/// <summary>ほかの市の手続を読み込む.</summary>
[Upload(Largest)]
internal sealed class ImportPage(ImportProcedure import, IDirectory directory) : StaffPage
{
    // More than a file may be: what is a little too large is refused beside its field.
    private const long Largest = 4 * 1024 * 1024;

    [BindProperty]
    public string? Division { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<PackageFault> Faults { get; private set; } = [];

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Where(d => Actor.May(ProceduresPermissions.Edit, d.Code)).Select(d => new Choice(d.Code, d.Name))];

    public void OnGet()
    {
        Actor.Require(ProceduresPermissions.Edit);
        Division = Actor.Division;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        var done = await import.RunAsync(new ImportProcedure.Input(await HandedIn.ReadAsync(file, ProcedurePackage.LargestFile, stop), Division, Slug), stop);
        if (!Accept(done)) return Page();
        if (done.Value.Draft is { } draft) return Redirect(Url.Content($"~/staff/studio/{draft.Id}/imported"));
        Faults = done.Value.Faults;
        ModelState.AddModelError("file", Problems.Sentence(Text, new FieldError("file", "studio-file-faults", ("count", Faults.Count))).Source);
        return Page();
    }
}
