using Madoguchi.Applications.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Residents.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Web.Shell;

/// <summary>The demo's door for residents: choose an account. Outside the demo it says how to reach the city instead.</summary>
[Anyone]
[AppendOnly]
internal sealed class SignInPage(IResidents residents, IInterruptedForms forms, CityOptions options) : ResidentPage
{
    // The page is asked to show itself, whatever button was pressed there.
    private const string Act = "act";

    private static readonly string[] DemoAccounts = ["hanako", "taro", "proxy", "builder", "kana"];

    public bool Demo => DemoDoor.IsOpen(options, Request);

    public IReadOnlyList<ResidentAccount> Accounts { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>What was typed when the sign-in ended; it comes back after signing in.</summary>
    public InterruptedForm? Interrupted => HttpContext.Features.Get<InterruptedForm>();

    /// <summary>What was typed on a page that keeps nothing itself: one press shows it there again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? GoesOn { get; private set; }

    public string Target => Url.IsLocalUrl(Return) ? Return : Url.Content("~/my");

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
        if (carried is null) return LocalRedirect(Target);
        var resumption = await forms.ResumeAsync(carried, resident.Id, stop);
        if (resumption.Typed is not { } typed) return LocalRedirect(PlaceOf(resumption.What));
        GoesOn = [.. typed.Where(f => f.Key != Act).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v))), KeyValuePair.Create(Act, $"language:{Text.Language.Code()}")];
        return Page();
    }

    private string PlaceOf(Resumed resumed) => resumed == Resumed.NotTheirs
        ? Url.Content("~/my")
        : $"{Target}{(Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}resumed={(resumed == Resumed.Kept ? "kept" : "lost")}";
}
