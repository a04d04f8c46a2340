using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Madoguchi.Applications.Apply;
using Madoguchi.Residents.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Madoguchi.Applications.Register;

/// <summary>All questions of the procedure on one page, as an officer copies them from paper. What was typed is kept at every button.</summary>
[UploadLimit]
[AppendOnly]
internal sealed class FillPage(
    SavedForms forms, Submit submit, Sheets sheets, PageActs acts, TakeFiles files, IProcedures procedures, IResidents residents, AuditTrail audit, Database database) : StaffPage
{
    private SavedForm saved = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    public Questionnaire Sheet { get; private set; } = null!;

    /// <summary>Channel, arrival and person as they were entered.</summary>
    public SubmitInput Came { get; private set; } = null!;

    public string Person { get; private set; } = "";

    [BindProperty(SupportsGet = true, Name = "more")]
    public bool More { get; set; }

    [BindProperty(SupportsGet = true, Name = "missed")]
    public bool Missed { get; set; }

    /// <summary>The visible questions under the titles of their pages.</summary>
    public IEnumerable<(FormPage Page, IReadOnlyList<Asked> Asked)> Topics =>
        Edition.Form.Pages.Select(p => (p, (IReadOnlyList<Asked>)[.. Sheet.Asked.Where(a => p.Questions.Contains(a.Question))])).Where(t => t.Item2.Count > 0);

    private DateOnly ArrivedOn => JapaneseDate.Of(Came.ReceivedAt!.Value);

    public async Task<IActionResult> OnGetAsync(Guid savedForm, CancellationToken stop)
    {
        await FindAsync(savedForm, stop);
        if (saved.SubmittedAs is { } number) return Registered(number);
        if (Came.OnBehalfOf!.Resident is { } account) audit.Viewed("account", account, new { Procedure = Edition.Slug }, account);
        Sheet = await SheetAsync(JsonSerializer.Deserialize<JsonElement>(saved.Answers), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid savedForm, CancellationToken stop)
    {
        await FindAsync(savedForm, stop);
        if (saved.SubmittedAs is { } number) return Registered(number);
        var posted = await Request.ReadFormAsync(stop);
        var form = new AnswerForm(posted);
        var held = JsonSerializer.Deserialize<JsonElement>(saved.Answers);
        var answers = Held.With(held, form.Read(Questions, new Typed(held)));
        var wrongFiles = posted.Files.Count > 0 ? await files.RunAsync(posted.Files, await SheetAsync(held, stop), answers, stop) : [];
        var (act, removed) = (posted["act"].ToString(), posted["removeFile"].ToString());
        if (wrongFiles.Count == 0 && (removed.Length > 0 || (act.Length > 0 && act != "send")))
        {
            var done = removed.Length > 0 ? PageActs.RemoveFile(answers, removed) : acts.Do(answers, act);
            await KeepAsync(answers, stop);
            return Here(done.Field, done.Found ? "" : "?missed=true");
        }

        return await SendAsync(form, answers, wrongFiles, stop);
    }

    private async Task<IActionResult> SendAsync(AnswerForm form, JsonObject answers, IReadOnlyList<FieldError> wrongFiles, CancellationToken stop)
    {
        var json = JsonSerializer.SerializeToElement(answers);
        Sheet = await SheetAsync(json, stop);
        var fresh = Sheet.Shown.Where(key => !form.WasShown(key)).ToList();
        var errors = Edition.Form.Validate(json, ArrivedOn).Errors.Where(e => !fresh.Contains(e.Field)).Concat(wrongFiles).ToList();
        if (errors.Count > 0) return Again(answers, Refusal.Invalid(errors));
        if (fresh.Count > 0)
        {
            await KeepAsync(answers, stop);
            return Here(fresh[0], "?more=true");
        }

        var submitted = await submit.RunAsync(Edition.Slug, Came with { Answers = json }, Channel.Counter, stop);
        if (submitted.Refused && (await forms.ReadAsync(saved.Id, stop)).SubmittedAs is { } before) return Registered(before);
        if (submitted.Refused) return Again(answers, submitted.Refusal);
        await database.BeginAsync(stop);
        await forms.SubmitAsAsync(saved.Id, submitted.Value.IntakeNumber, stop);
        return Registered(submitted.Value.IntakeNumber);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (saved is not null) await PressedTwice.LeadAsync(executed, saved.Id, Registered);
    }

    // A page shown again is rolled back; what was typed is kept all the same.
    private IActionResult Again(JsonObject answers, Refusal refusal)
    {
        var (id, json) = (saved.Id, JsonSerializer.SerializeToElement(answers));
        database.AfterRollback(services => ((SavedForms)services.GetService(typeof(SavedForms))!).ReplaceAsync(id, json, null, CancellationToken.None));
        Accept(refusal);
        return Page();
    }

    private async Task KeepAsync(JsonObject answers, CancellationToken stop)
    {
        await database.BeginAsync(stop);
        await forms.ReplaceAsync(saved.Id, JsonSerializer.SerializeToElement(answers), null, stop);
    }

    private async Task FindAsync(Guid id, CancellationToken stop)
    {
        saved = await forms.ReadAsync(id, stop);
        Came = saved.Came is { } came ? JsonSerializer.Deserialize<SubmitInput>(came, JsonText.Options)! : throw new NotFoundException();
        Edition = procedures.Find(saved.Procedure) ?? throw new NotFoundException();
        Actor.Require(ApplicationsPermissions.Register, Edition.Division);
        Person = Came.OnBehalfOf!.Resident is { } account ? (await residents.Of(account, stop))?.FullName ?? account : Came.OnBehalfOf.Name!;
    }

    private IReadOnlyList<Question> Questions => [.. Edition.Form.Pages.SelectMany(p => p.Questions)];

    private Task<Questionnaire> SheetAsync(JsonElement answers, CancellationToken stop) =>
        sheets.OfAsync(Edition, Questions, answers, ArrivedOn, Request.HasFormContentType ? Request.Form : null, stop: stop);

    private RedirectResult Here(string? field, string query) =>
        Redirect(Url.Content($"~/staff/applications/register/{saved.Id}") + query + (field is null ? "" : "#" + DesignSystem.Markup.FieldIds.Of(field)));

    private RedirectResult Registered(string number) => Redirect(Url.Content($"~/staff/applications/{number}?did=register"));
}
