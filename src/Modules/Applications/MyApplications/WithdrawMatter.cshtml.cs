using Madoguchi.Applications.Apply;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.MyApplications;

/// <summary>取下げ, asked once more; for a booking the cancellation of the place.</summary>
[ResidentsOnly]
[SurvivesSignIn]
internal sealed class WithdrawMatterPage(Matters matters, Withdraw withdraw, IProcedures procedures, IDirectory directory) : ResidentPage
{
    public Application Matter { get; private set; } = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Matter.Division);

    public bool IsBooking => Edition.Booking is not null;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public Task OnGetAsync(string number, CancellationToken stop) => FindAsync(number, stop);

    public async Task<IActionResult> OnPostAsync(string number, [FromForm] string? act, CancellationToken stop)
    {
        await FindAsync(number, stop);
        if (TurnsTo(act) || !Accept(await withdraw.RunAsync(number, Reason, stop))) return Page();
        return Redirect(Url.Content($"~/my/applications/{number}?did={(IsBooking ? "cancelled" : "withdrawn")}"));
    }

    private async Task FindAsync(string number, CancellationToken stop)
    {
        Matter = await matters.ToReadAsync(number, stop);
        Edition = procedures.Edition(Matter.Procedure, Matter.ProcedureEdition)!;
    }
}
