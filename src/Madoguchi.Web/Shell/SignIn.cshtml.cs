using Madoguchi.Applications.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Settings;
using Madoguchi.Residents.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Web.Shell;

/// <summary>The demo's door for residents: choose an account. Outside the demo it says how to reach the city instead.</summary>
[Anyone]
[AppendOnly]
internal sealed class SignInPage(IResidents residents, IInterruptedForms forms, CityOptions options) : ResidentPage
{
    private static readonly string[] DemoAccounts = ["hanako", "taro", "proxy", "builder", "kana"];

    public bool Demo => DemoDoor.IsOpen(options, Request);

    public IReadOnlyList<ResidentAccount> Accounts { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>What was typed when the sign-in ended; it comes back after signing in.</summary>
    public InterruptedForm? Interrupted => HttpContext.Features.Get<InterruptedForm>();

    private string Target => Url.IsLocalUrl(Return) ? Return : Url.Content("~/my");

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (!Demo) return;
        var known = await residents.Of(DemoAccounts, stop);
        Accounts = [.. DemoAccounts.Where(known.ContainsKey).Select(id => known[id])];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? account, [FromForm] string? carried, CancellationToken stop)
    {
        if (!Demo || account is null || await residents.Of(account, stop) is not { } resident) throw new NotFoundException();
        await HttpContext.SignInAsync(SignInSchemes.Resident, SignInSchemes.Principal(SignInSchemes.Resident, resident.Id));
        return LocalRedirect(carried is null ? Target : PlaceOf(await forms.ResumeAsync(carried, resident.Id, stop)));
    }

    private string PlaceOf(Resumed resumed) => resumed == Resumed.NotTheirs
        ? Url.Content("~/my")
        : $"{Target}{(Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}resumed={(resumed == Resumed.Kept ? "kept" : "lost")}";
}
