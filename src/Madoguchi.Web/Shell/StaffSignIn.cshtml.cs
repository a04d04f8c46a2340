using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Web.Shell;

/// <summary>The demo's door for staff: choose an account. Outside the demo there is no such page.</summary>
[Anyone]
[AppendOnly]
internal sealed class StaffSignInPage(IDirectory directory, CityOptions options) : HousePage
{
    internal sealed record Room(string Code, string Name, IReadOnlyList<PersonRef> People);

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    private string Target => Url.IsLocalUrl(Return) && Return.StartsWith("/staff", StringComparison.Ordinal) ? Return : "/staff";

    public IActionResult OnGet()
    {
        if (!DemoDoor.IsOpen(options, Request)) return NotFound();
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? account)
    {
        if (!DemoDoor.IsOpen(options, Request)) return NotFound();
        if (account is null || directory.Staff(account) is not { SignsIn: true } person) throw new NotFoundException();
        await HttpContext.SignInAsync(SignInSchemes.Staff, SignInSchemes.Principal(SignInSchemes.Staff, person.Id));
        return LocalRedirect(Target);
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await HttpContext.SignOutAsync(SignInSchemes.Staff);
        return LocalRedirect("/staff/sign-in");
    }

    private void Show()
    {
        var everybody = directory.StaffOf(null);
        var names = directory.NamesOf(everybody.Select(s => s.Id));
        var byDivision = everybody.ToLookup(s => s.Division ?? "", s => names[s.Id]);
        Rooms =
        [
            .. directory.Divisions.Where(d => byDivision.Contains(d.Code)).Select(d => new Room(d.Code, d.Name, [.. byDivision[d.Code]])),
            .. byDivision.Contains("") ? [new Room("city", Text["staff.signIn.others"].ToString(), [.. byDivision[""]])] : Array.Empty<Room>(),
        ];
    }
}
