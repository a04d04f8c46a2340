using Madoguchi.Applications.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>完了 of what needs no decision.</summary>
internal sealed class CompletePage(ReadMatter read, ExpectedVersion expected, Complete complete) : MatterActPage(read, expected)
{
    public ResultForm Result { get; private set; } = null!;

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    public LocalizedText Title => Matter.Edition.Completion is { } completion ? Text["staff.act.completeAs", ("label", completion.Label.Ja)] : Text["staff.act.complete"];

    public string? NoticeTitle => Matter.Edition.Completion?.Notice is { } name ? Matter.Edition.Notices[name].Title : null;

    public async Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop)
    {
        var opened = await OpenAsync(intakeNumber, MatterAct.Complete, stop);
        Result = ResultForm.Of(Matter.Edition, "completion", Application, null);
        return opened;
    }

    public async Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop)
    {
        await ShowAsync(intakeNumber, stop);
        Result = ResultForm.Of(Matter.Edition, "completion", Application, Request.Form);
        return await ActAsync(intakeNumber, "complete", async () => await complete.RunAsync(intakeNumber, Note, Result.Read(), stop), stop);
    }
}
