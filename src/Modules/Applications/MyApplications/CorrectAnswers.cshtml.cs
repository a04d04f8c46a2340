using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Madoguchi.Applications.Apply;
using Madoguchi.DesignSystem.Messages;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.MyApplications;

/// <summary>補正: only the opened questions, with the old answers beside them. 自主訂正: before the review, page by page.</summary>
[ResidentsOnly]
[UploadLimit]
[SurvivesSignIn]
[AppendOnly]
internal sealed class CorrectAnswersPage(
    Matters matters, Correct correct, Sheets sheets, PageActs acts, TakeFiles files, IProcedures procedures, IDirectory directory, ExpectedVersion expected, Database database) : ResidentPage
{
    public Application Matter { get; private set; } = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Matter.Division);

    /// <summary>The pages corrected now, joined by commas; empty while choosing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Pages { get; set; }

    public bool Missed { get; private set; }

    public bool More { get; private set; }

    /// <summary>What is wrong, in the order of the page.</summary>
    public IReadOnlyList<ErrorItem>? Wrong { get; private set; }

    public Questionnaire? Sheet { get; private set; }

    public IReadOnlyList<ShownPage> Shown { get; private set; } = [];

    private DateOnly ArrivedOn => JapaneseDate.Of(Matter.ArrivedAt);

    private IReadOnlySet<string>? Opened => Matter.OpenedQuestions?.ToHashSet();

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken stop)
    {
        await FindAsync(number, stop);
        await ShowAsync(Matter.AnswersJson(), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, long version, CancellationToken stop)
    {
        await FindAsync(number, stop);
        var posted = await Request.ReadFormAsync(stop);
        var form = new AnswerForm(posted);
        // What was added or taken out since the page was opened is not in the matter yet; the page carries it.
        var held = Held.Of(posted, Matter.AnswersJson());
        var answers = Held.With(held, form.Read(Questions(), new Typed(held)));
        var before = await SheetAsync(held, stop);
        var fileErrors = posted.Files.Count > 0 ? await files.RunAsync(posted.Files, before, answers, stop) : [];
        var (act, removed) = (posted["act"].ToString(), posted["removeFile"].ToString());
        if (TurnsTo(act))
        {
            Say(fileErrors);
            return await AgainAsync(answers, stop);
        }

        if (fileErrors.Count == 0 && (removed.Length > 0 || act.Length > 0 && act != "next"))
        {
            var done = removed.Length > 0 ? PageActs.RemoveFile(answers, removed) : acts.Do(answers, act);
            Missed = !done.Found;
            return await AgainAsync(answers, stop);
        }

        return await SendAsync(number, version, form, answers, fileErrors, stop);
    }

    private async Task<IActionResult> SendAsync(string number, long version, AnswerForm form, JsonObject answers, IReadOnlyList<FieldError> fileErrors, CancellationToken stop)
    {
        var json = JsonSerializer.SerializeToElement(answers);
        var judged = Edition.Form.Validate(json, ArrivedOn, Text.Language);
        // A change may ask for more, on this page or another: those pages join.
        if (Opened is null) Pages = string.Join(',', Edition.Form.Pages.Where(p => PageIds().Contains(p.Id) || judged.Errors.Any(e => p.Questions.Any(q => AnswerKeys.Belongs(e.Field, q.Id)))).Select(p => p.Id));
        var fresh = (await SheetAsync(json, stop)).Shown.Where(key => !form.WasShown(key)).ToHashSet();
        Say(judged.Errors.Where(e => !fresh.Contains(e.Field)).Concat(fileErrors));
        if (!ModelState.IsValid || fresh.Count > 0)
        {
            More = fresh.Count > 0;
            return await AgainAsync(answers, stop);
        }

        await database.BeginAsync(stop);
        expected.Expect(version);
        try
        {
            var corrected = await correct.RunAsync(number, Held.Changed(Matter.Answers, answers), stop);
            if (!corrected.Refused) return Redirect(Url.Content($"~/my/applications/{Matter.IntakeNumber}?did=corrected"));
            if (corrected.Refusal.Fields.Count > 0) Say(corrected.Refusal.Fields);
            else Say(Text[$"refusal.{corrected.Refusal.Code}", corrected.Refusal.Arguments]);
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.VersionMismatch)
        {
            // A note, a message or the day that passed is enough: the form now carries the version just read, so that the next press sends.
            Say(Text["correct.overtaken"]);
        }

        return await AgainAsync(answers, stop);
    }

    private async Task<IActionResult> AgainAsync(JsonObject answers, CancellationToken stop)
    {
        await ShowAsync(JsonSerializer.SerializeToElement(answers), stop);
        return Page();
    }

    private async Task FindAsync(string number, CancellationToken stop)
    {
        Matter = await matters.ToReadAsync(number, stop);
        Edition = procedures.Edition(Matter.Procedure, Matter.ProcedureEdition)!;
        if (Matter.Status is not (ApplicationStatus.Arrived or ApplicationStatus.CorrectionRequested)) throw new RefusedException(Refusals.NoCorrectionRequested);
    }

    private async Task ShowAsync(JsonElement answers, CancellationToken stop)
    {
        Shown = Edition.Form.Show(Matter.AnswersJson(), ArrivedOn, Text.Language);
        if (Opened is not null || PageIds().Count > 0) Sheet = await SheetAsync(answers, stop);
    }

    private Task<Questionnaire> SheetAsync(JsonElement answers, CancellationToken stop) => sheets.OfAsync(
        Edition, Questions(), answers, ArrivedOn, Request.HasFormContentType ? Request.Form : null, opened: Opened, heldBy: Matter.IntakeNumber, stop: stop);

    private List<Question> Questions() => Opened is not null
        ? [.. Edition.Form.Pages.SelectMany(p => p.Questions)]
        : [.. Edition.Form.Pages.Where(p => PageIds().Contains(p.Id)).SelectMany(p => p.Questions)];

    private IReadOnlyList<string> PageIds() => (Pages ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private void Say(LocalizedText sentence)
    {
        Wrong = [new ErrorItem(null, sentence)];
        ModelState.AddModelError("", sentence.Source);
    }

    private void Say(IEnumerable<FieldError> errors)
    {
        Wrong = [.. errors.Select(e => new ErrorItem(ReachOf(e), Text[$"error.{e.Code}", e.Arguments]))];
        foreach (var (field, message) in Wrong) ModelState.AddModelError(field ?? "", message.Source);
    }

    // What is not on this page has nothing a link could lead to.
    private string? ReachOf(FieldError error)
    {
        if (Opened is { } opened && !opened.Any(o => AnswerKeys.Belongs(error.Field, o) || AnswerKeys.Belongs(o, error.Field))) return null;
        return error.Arguments.FirstOrDefault(a => a.Name == "part").Value is string part ? $"{error.Field}.{part}" : error.Field;
    }
}
