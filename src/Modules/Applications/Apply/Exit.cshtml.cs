using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Apply;

/// <summary>Where the form ends for those it is not for: why, and where they can go.</summary>
internal sealed class ExitPage(OpenForms opening) : ApplyPage
{
    public FormExit Way { get; private set; } = null!;

    public FormPage From { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid savedForm, string exit, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        if (Open.Saved.SubmittedAs is { } number) return Receipt(number);
        From = Open.Edition.Form.Pages.FirstOrDefault(p => p.Exits.Any(e => e.Id == exit)) ?? throw new NotFoundException();
        Way = From.Exits.First(e => e.Id == exit);
        return Page();
    }
}
