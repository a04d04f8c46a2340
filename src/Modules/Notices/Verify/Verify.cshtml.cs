using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Madoguchi.Notices.Verify;

/// <summary>Shown to anybody who holds a notice; the QR code of a notice leads here. A file handed in changes nothing, so its form needs no token.</summary>
[Anyone, AppendOnly, IgnoreAntiforgeryToken, RequestSizeLimit(VerifyNotice.FileLimit + 64 * 1024)]
internal sealed class VerifyPage(VerifyNotice verify) : ResidentPage
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    internal VerifyNotice.ByCode? Found { get; private set; }

    internal VerifyNotice.ByFile? Checked { get; private set; }

    /// <summary>A code was given that no notice bears.</summary>
    public bool Unknown { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Code)) return;
        Found = await verify.CodeAsync(Code, stop);
        Unknown = Found is null;
    }

    public async Task<PageResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        var read = HandedInFile.Of(HttpContext, file);
        if (Accept(read)) Checked = await verify.FileAsync(read.Value, stop);
        return Page();
    }
}
