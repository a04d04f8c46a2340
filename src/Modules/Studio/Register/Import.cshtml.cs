using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Register;

/// <summary>CSV into the register, with a report for every line that cannot be taken.</summary>
[Upload(Largest + Envelope), RequestFormLimits(MultipartBodyLengthLimit = Largest + Envelope)]
internal sealed class ImportPage(ImportRegister import, IDirectory directory) : StaffPage
{
    /// <summary>The national file of 76,272 procedures is about 50 MB.</summary>
    public const long Largest = 96 * 1024 * 1024;

    private const long Envelope = 64 * 1024;

    [BindProperty(Name = "division")]
    public string? Division { get; set; }

    public ImportRegister.Report? Report { get; private set; }

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Where(d => Actor.May(ProceduresPermissions.Edit, d.Code)).Select(d => new Choice(d.Code, d.Name))];

    public void OnGet()
    {
        Actor.Require(ProceduresPermissions.Edit);
        Division = Actor.Division;
    }

    // Judging a large file takes seconds: the transaction is opened by the use case when there is something to write.
    [AppendOnly]
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        if (file is null or { Length: 0 })
        {
            ModelState.AddModelError("file", Text["error.register-file"].Source);
            return Page();
        }

        await using var content = file.OpenReadStream();
        var done = await import.RunAsync(content, Division, stop);
        if (!Accept(done)) return Page();
        Report = done.Value;
        if (Report.Faulty == 0) return Redirect(Url.Content($"~/staff/studio/register?imported={Report.Written}"));
        ModelState.AddModelError("file", Text["staff.studio.register.faulty", ("count", Report.Faulty)].Source);
        return Page();
    }

    public string Words(LineError error) => Problems.Sentence(Text, new FieldError("file", error.Code, ("column", error.Column))).Source;
}
