using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Madoguchi.DesignSystem.Markup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Apply;

/// <summary>One page of questions. Whatever is typed is kept at every press of a button, right or wrong; only 「次へ」 judges it.</summary>
[UploadLimit]
[SurvivesSignIn]
[AppendOnly]
internal sealed class AnswersPage(OpenForms opening, SavedForms forms, Sheets sheets, PageActs acts, TakeFiles files, Database database, IFormWatch watch) : ApplyPage
{
    public FormPage Current { get; private set; } = null!;

    public Questionnaire Sheet { get; private set; } = null!;

    /// <summary>An answer brought further questions.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    /// <summary>No address was found under the postal code.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Missed { get; set; }

    /// <summary>Whether the person came from the check page and goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>What became of what was typed when the sign-in ended: <c>kept</c> or <c>lost</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "resumed")]
    public string? Resumed { get; set; }

    public bool ToCheck => Return == "check";

    public async Task<IActionResult> OnGetAsync(Guid savedForm, string topic, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        if (Open.Saved.SubmittedAs is { } number) return Receipt(number);
        if (Open.Page(topic) is not { } current) return Redirect(Url.Content(PathOf(Open.Pages[0])));
        Current = current;
        Sheet = await SheetAsync(Open, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid savedForm, string topic, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        if (Open.Saved.SubmittedAs is { } number) return Receipt(number);
        Current = Open.Edition.Form.Pages.FirstOrDefault(p => p.Id == topic) ?? throw new NotFoundException();
        var posted = await Request.ReadFormAsync(stop);
        var form = new AnswerForm(posted);
        var answers = JsonNode.Parse(AnswerKeys.Merge(Open.Answers.GetRawText(), Json(form.Read(Current.Questions, new Typed(Open.Answers)))).GetRawText())!.AsObject();
        var fileErrors = posted.Files.Count > 0 ? await files.RunAsync(posted.Files, await SheetAsync(Open, stop), answers, stop) : [];

        var removed = posted["removeFile"].ToString();
        var act = posted["act"].ToString();
        if (fileErrors.Count == 0 && (removed.Length > 0 || act.Length > 0 && act != "next")) return await ActAsync(answers, act, removed, stop);
        return await NextAsync(form, Json(answers), fileErrors, stop);
    }

    private async Task<IActionResult> ActAsync(JsonObject answers, string act, string removed, CancellationToken stop)
    {
        var done = removed.Length > 0 ? PageActs.RemoveFile(answers, removed) : acts.Do(answers, act);
        await KeepAsync(Json(answers), Current.Id, stop);
        if (act == "leave") return Redirect(Url.Content("~/my?saved=true"));
        if (LanguageAsked(act) is { } language) return Redirect(language.Prefix() + PathOf(Current).TrimStart('~') + (ToCheck ? "?return=check" : ""));
        if (act == "back") return Redirect(Url.Content(Before() is { } before ? PathOf(before) : $"~/procedures/{Open.Edition.Slug}"));
        return Here(done.Field, done.Found ? "" : "missed=true");
    }

    private async Task<IActionResult> NextAsync(AnswerForm form, JsonElement answers, IReadOnlyList<FieldError> fileErrors, CancellationToken stop)
    {
        Open = Open.With(answers);
        var judged = Open.Edition.Form.ValidatePage(Current.Id, answers, Open.Today, Text.Language);
        var asked = await SheetAsync(Open, stop);
        var fresh = asked.Shown.Where(key => !form.WasShown(key)).ToList();
        var errors = judged.Errors.Where(e => e.Code != "answer.exit" && !fresh.Contains(e.Field)).Concat(fileErrors).ToList();
        if (errors.Count > 0) return await AgainAsync(errors, stop);

        var exit = judged.Exit is { } found && Current.Exits.Contains(found) ? found : null;
        var next = exit is null && fresh.Count == 0 ? After() : null;
        await KeepAsync(answers, (next ?? Current).Id, stop);
        if (exit is not null) database.AfterCommit(() => watch.LedOut(PlaceOf(Current.Id)));
        else if (fresh.Count == 0 && !ToCheck) WatchPassing(next);
        if (exit is not null) return Redirect(Url.Content($"~/apply/{Open.Id}/exit/{exit.Id}"));
        if (fresh.Count > 0) return Here(fresh[0], "more=true");
        return Redirect(Url.Content(ToCheck || next is null ? CheckPath : PathOf(next)));
    }

    // A page shown again is rolled back; what was typed is kept all the same.
    private async Task<IActionResult> AgainAsync(IReadOnlyList<FieldError> errors, CancellationToken stop)
    {
        var (id, answers, page) = (Open.Id, Open.Answers, Current.Id);
        database.AfterRollback(services => services.GetRequiredService<SavedForms>().ReplaceAsync(id, answers, page, CancellationToken.None));
        Sheet = await SheetAsync(Open, stop);
        Say(errors);
        watch.Failed(PlaceOf(page), errors);
        return Page();
    }

    // Only the first time: who goes back, or changes an answer later, does not come through again.
    private void WatchPassing(FormPage? next)
    {
        if (next is not null && Open.IsReached(next)) return;
        var (here, there) = (PlaceOf(Current.Id), PlaceOf(next?.Id ?? FormPlace.Check));
        database.AfterCommit(() =>
        {
            watch.Passed(here);
            watch.Opened(there);
        });
    }

    private async Task KeepAsync(JsonElement answers, string page, CancellationToken stop)
    {
        await database.BeginAsync(stop);
        await forms.ReplaceAsync(Open.Id, answers, page, stop);
    }

    private Task<Questionnaire> SheetAsync(OpenForm open, CancellationToken stop) =>
        sheets.OfAsync(open.Edition, Current.Questions, open.Answers, open.Today, Request.HasFormContentType ? Request.Form : null, open.PrefilledOn(Current), stop: stop);

    private FormPage? After() => Open.Pages.SkipWhile(p => p.Id != Current.Id).Skip(1).FirstOrDefault();

    public FormPage? Before() => Open.Pages.TakeWhile(p => p.Id != Current.Id).LastOrDefault();

    private RedirectResult Here(string? field, string query)
    {
        var asked = string.Join('&', new[] { query, ToCheck ? "return=check" : "" }.Where(q => q.Length > 0));
        return Redirect(Url.Content(PathOf(Current)) + (asked.Length > 0 ? "?" + asked : "") + (field is null ? "" : "#" + FieldIds.Of(field)));
    }

    private static JsonElement Json(JsonObject answers) => JsonSerializer.SerializeToElement(answers);
}
