using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Madoguchi.Applications.Review;

/// <summary>
/// A page on which an officer acts on one matter. Errors stand beside the field and what was typed stays;
/// who comes second sees who was first and what they did.
/// </summary>
internal abstract class MatterActPage(ReadMatter read, ExpectedVersion expected) : StaffPage
{
    public ReadMatter.Whole Matter { get; private set; } = null!;

    public Application Application => Matter.Application;

    /// <summary>Somebody else was first.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>What was just done, as it stands in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "did")]
    public string? Did { get; set; }

    public string MatterHref => $"~/staff/applications/{Application.IntakeNumber}";

    /// <summary>Whether the act may be done now; pages of acts that may not send the officer back to the matter.</summary>
    protected bool Can(MatterAct act) => Matter.Acts.Contains(act);

    protected async Task ShowAsync(string number, CancellationToken stop) => Matter = await read.RunAsync(number, stop);

    /// <summary>Does the act in the version the officer has seen; shows the page again when it was refused.</summary>
    protected async Task<IActionResult> ActAsync(string number, string did, Func<Task<Result>> act, CancellationToken stop, string prefix = "")
    {
        expected.Expect(long.TryParse(Request.Form["version"], out var version) ? version : null);
        try
        {
            // A day that does not exist was refused by the binder already; the act is not tried with half of what was typed.
            if (ModelState.IsValid && Accept(await act(), prefix)) return Redirect(Url.Content($"~/staff/applications/{number}?did={did}"));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.VersionMismatch)
        {
            Overtaken = true;
            ModelState.AddModelError("", Text["staff.overtaken.again"].ToString());
        }

        expected.Expect(null);
        await ShowAsync(number, stop);
        return Overtaken ? new PageResult { StatusCode = StatusCodes.Status409Conflict } : Page();
    }

    /// <summary>Goes on with a second act on what the first has just changed.</summary>
    protected async Task<Result> ThenAsync(Result first, Func<Task<Result>> second)
    {
        if (first.Refused) return first;
        expected.Expect(null);
        return await second();
    }

    /// <summary>The page of an act, or the matter when it is not possible now.</summary>
    protected async Task<IActionResult> OpenAsync(string number, MatterAct act, CancellationToken stop)
    {
        await ShowAsync(number, stop);
        return Can(act) ? Page() : Redirect(Url.Content(MatterHref));
    }
}
