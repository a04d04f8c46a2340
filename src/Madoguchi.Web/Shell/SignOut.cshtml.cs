using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Web.Shell;

/// <summary>Leaves, whoever was signed in.</summary>
[Anyone]
[AppendOnly]
internal sealed class SignOutPage : ResidentPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SignInSchemes.Resident);
        return Redirect(Url.Content("~/"));
    }
}
