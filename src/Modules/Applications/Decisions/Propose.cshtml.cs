using Madoguchi.Applications.Review;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Decisions;

/// <summary>起案 of one matter: first which disposition, then its result and its reasons.</summary>
internal sealed class ProposePage(ReadMatter read, ExpectedVersion expected, Propose propose, IDirectory directory) : MatterActPage(read, expected)
{
    public Disposition? Chosen { get; private set; }

    public ResultForm Result { get; private set; } = null!;

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "conditions")]
    public string? Conditions { get; set; }

    public IReadOnlyList<Choice> Choices => [.. Matter.Edition.Dispositions.Values.Select(d => new Choice(d.Kind, d.Label.Ja, Text[$"staff.disposition.{d.Kind}"]))];

    public string NoticeTitles => string.Join("、", Chosen!.AlsoNotices.Prepend(Chosen.Notice).Select(n => Matter.Edition.Notices[n].Title));

    /// <summary>Who will endorse and decide, or that nobody need.</summary>
    public string Route => Matter.Edition.Route.Count == 0
        ? Text["staff.propose.route.none"].ToString()
        : string.Join(" → ", Drafting.RouteOf(Matter.Edition).GroupBy(s => s.Step).Select(s => string.Join("・", s.Select(p => Post(p.Post)))));

    public async Task<IActionResult> OnGetAsync(string intakeNumber, string? disposition, CancellationToken stop)
    {
        var opened = await OpenAsync(intakeNumber, MatterAct.Propose, stop);
        Choose(disposition, form: false);
        return opened;
    }

    public async Task<IActionResult> OnPostAsync(string intakeNumber, [FromForm] string? disposition, CancellationToken stop)
    {
        await ShowAsync(intakeNumber, stop);
        Choose(disposition, form: true);
        if (Chosen is null) return Redirect(Url.Content(MatterHref + "/propose"));
        var did = Matter.Edition.Route.Count == 0 ? "decide" : "propose";
        return await ActAsync(intakeNumber, did,
            async () => await propose.RunAsync(intakeNumber, new Propose.Input(disposition, Reason, Conditions, Result.Read()), stop), stop);
    }

    private void Choose(string? kind, bool form)
    {
        if (kind is null || !Matter.Edition.Dispositions.TryGetValue(kind, out var chosen)) return;
        Chosen = chosen;
        Result = ResultForm.Of(Matter.Edition, kind, Application, form ? Request.Form : null);
    }

    private string Post(string code)
    {
        if (directory.Post(code) is not { } post) return code;
        return (post.Division is { } division && division != Application.Division ? directory.Division(division)?.Name : null) + post.Name;
    }
}
