using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Madoguchi.Applications.Review;

/// <summary>職権訂正: the answers of a page as the applicant would see them, and why they are mended.</summary>
[UploadLimit]
[AppendOnly]
internal sealed class AmendPage(ReadMatter read, ExpectedVersion expected, Amend amend, Sheets sheets, PageActs acts, TakeFiles files, Database database)
    : MatterActPage(read, expected)
{
    /// <summary>Ids of the pages mended now, joined by commas; empty while choosing.</summary>
    [BindProperty(SupportsGet = true, Name = "pages")]
    public string? Pages { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>An answer brought further questions.</summary>
    public bool More { get; private set; }

    /// <summary>No address was found under the postal code.</summary>
    public bool Missed { get; private set; }

    public Questionnaire? Sheet { get; private set; }

    public string Summary(ShownPage page) => string.Join("、", page.Answers.Where(a => a.Question is not null).Select(a => a.Label.ToString()).Distinct().Take(6));

    public async Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop)
    {
        var opened = await OpenAsync(intakeNumber, MatterAct.Amend, stop);
        if (Questions().Count > 0) Sheet = await SheetAsync(Application.AnswersJson(), stop);
        return opened;
    }

    public async Task<IActionResult> OnPostAsync(string intakeNumber, CancellationToken stop)
    {
        await ShowAsync(intakeNumber, stop);
        if (!Can(MatterAct.Amend)) return Redirect(Url.Content(MatterHref));
        var posted = await Request.ReadFormAsync(stop);
        var form = new AnswerForm(posted);
        var held = Held.Of(posted, Application.AnswersJson());
        var answers = Held.With(held, form.Read(Questions(), new Typed(held)));
        var wrongFiles = posted.Files.Count > 0 ? await files.RunAsync(posted.Files, await SheetAsync(held, stop), answers, stop) : [];
        var (act, removed) = (posted["act"].ToString(), posted["removeFile"].ToString());
        if (wrongFiles.Count == 0 && (removed.Length > 0 || (act.Length > 0 && act != "send")))
        {
            Missed = !(removed.Length > 0 ? PageActs.RemoveFile(answers, removed) : acts.Do(answers, act)).Found;
            return await AgainAsync(answers, stop);
        }

        if (wrongFiles.Count > 0) Accept(Refusal.Invalid([.. wrongFiles]));
        return await SendAsync(intakeNumber, form, answers, stop);
    }

    private async Task<IActionResult> SendAsync(string number, AnswerForm form, JsonObject answers, CancellationToken stop)
    {
        var json = JsonSerializer.SerializeToElement(answers);
        var judged = Matter.Edition.Form.Validate(json, Matter.ArrivedOn);
        // A change may ask for more, on this page or another: those pages join.
        Pages = string.Join(',', Matter.Edition.Form.Pages.Where(p => PageIds.Contains(p.Id) || judged.Errors.Any(e => p.Questions.Any(q => AnswerKeys.Belongs(e.Field, q.Id)))).Select(p => p.Id));
        var fresh = (await SheetAsync(json, stop)).Shown.Where(key => !form.WasShown(key)).ToHashSet();
        More = fresh.Count > 0;
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError("reason", Text["staff.amend.noReason"].ToString());
        if (judged.Errors.Where(e => !fresh.Contains(e.Field)).ToList() is { Count: > 0 } errors) Accept(Refusal.Invalid(errors));
        if (More || !ModelState.IsValid) return await AgainAsync(answers, stop);

        await database.BeginAsync(stop);
        var done = await ActAsync(number, "amend", async () => await amend.RunAsync(number, Held.Changed(Application.Answers, answers), Reason, stop), stop);
        if (done is PageResult) Sheet = await SheetAsync(json, stop);
        return done;
    }

    private async Task<IActionResult> AgainAsync(JsonObject answers, CancellationToken stop)
    {
        Sheet = await SheetAsync(JsonSerializer.SerializeToElement(answers), stop);
        return Page();
    }

    private string[] PageIds => (Pages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private List<Question> Questions() => [.. Matter.Edition.Form.Pages.Where(p => PageIds.Contains(p.Id)).SelectMany(p => p.Questions)];

    private Task<Questionnaire> SheetAsync(JsonElement answers, CancellationToken stop) => sheets.OfAsync(
        Matter.Edition, Questions(), answers, Matter.ArrivedOn, Request.HasFormContentType ? Request.Form : null, heldBy: Application.IntakeNumber, stop: stop);
}
