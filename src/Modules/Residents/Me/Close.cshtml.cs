using Madoguchi.Residents.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Residents.Me;

/// <summary>退会, asked once more: what goes, what stays, what must end first.</summary>
[ResidentsOnly]
internal sealed class ClosePage(CloseAccount close) : ResidentPage
{
    public IReadOnlyList<AccountTie> Ties { get; private set; } = [];

    [BindProperty(Name = "sure")]
    public bool Sure { get; set; }

    public async Task OnGetAsync(CancellationToken stop) => Ties = await close.TiesAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Accept(await close.RunAsync(Sure, stop)))
        {
            Ties = await close.TiesAsync(stop);
            return Page();
        }

        await HttpContext.SignOutAsync(SignInSchemes.Resident);
        return Redirect(Url.Content("~/account-closed"));
    }
}
