using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>延期.</summary>
internal sealed class ExtendPage(ReadMatter read, ExpectedVersion expected, Extend extend) : MatterActPage(read, expected)
{
    [BindProperty(Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop) => OpenAsync(intakeNumber, MatterAct.Extend, stop);

    public Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "extend", async () => await extend.RunAsync(intakeNumber, Until, Reason, stop), stop);
}
