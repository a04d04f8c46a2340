using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>終了 without a decision.</summary>
internal sealed class ClosePage(ReadMatter read, ExpectedVersion expected, Close close) : MatterActPage(read, expected)
{
    [BindProperty(Name = "reasonCode")]
    public string? ReasonCode { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Causes => [.. Enum.GetValues<CloseReason>().Select(c => new Choice(EnumText.Of(c), Text[$"staff.close.{EnumText.Of(c)}"]))];

    public Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop) => OpenAsync(intakeNumber, MatterAct.Close, stop);

    public Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "close", async () => EnumText.Parse<CloseReason>(ReasonCode) is null
            ? Refusal.Invalid(new FieldError("reasonCode", "staff.chooseCause"))
            : await close.RunAsync(intakeNumber, ReasonCode, Reason, stop), stop);
}
