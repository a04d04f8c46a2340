using Madoguchi.Files.Contracts;
using Madoguchi.Residents.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NoticeBy = Madoguchi.Applications.Domain.NoticeBy;

namespace Madoguchi.Applications.Apply;

/// <summary>All answers once more, how the result shall come, and the button that submits: exactly once, however often it is pressed.</summary>
[AppendOnly]
internal sealed class CheckPage(OpenForms opening, SavedForms forms, Submit submit, IResidents residents, IFiles files, IPapers papers, Database database, IFormWatch watch) : ApplyPage
{
    public IReadOnlyList<ShownPage> Shown { get; private set; } = [];

    public IReadOnlyDictionary<string, StoredFile> Files { get; private set; } = new Dictionary<string, StoredFile>();

    /// <summary>Pages with something missing or wrong.</summary>
    public IReadOnlyList<FormPage> Unfinished { get; private set; } = [];

    /// <summary>結果の受け取り方; null while nothing was chosen.</summary>
    [BindProperty]
    public string? NoticeBy { get; set; }

    /// <summary>What these answers cost; null when nothing is to be paid or it is told later.</summary>
    public LocalizedText? Fee => Open.Judged.Valid && Open.Edition.FeeOf(Open.Answers, Open.Today) is > 0 and { } yen
        ? Text["apply.fee.yen", ("amount", yen.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture))] : null;

    /// <summary>Computed from the whole form, such as a total: stands under no page.</summary>
    public static bool IsOfAll(ShownAnswer answer) => answer is { Question: null, Item: null };

    public IReadOnlyList<string> ReceiveBy => Open.Edition.ReceiveBy;

    public async Task<IActionResult> OnGetAsync(Guid savedForm, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        if (Open.Saved.SubmittedAs is { } number) return Receipt(number);
        if (Open.Judged.Exit is { } exit) return Redirect(Url.Content($"~/apply/{Open.Id}/exit/{exit.Id}"));
        return await ShowAsync(stop);
    }

    /// <summary>The answers so far on the paper form; for its owner only, and kept nowhere.</summary>
    public async Task<IActionResult> OnGetPaperAsync(Guid savedForm, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        Response.Headers.CacheControl = "private, no-store";
        return File(await papers.PrintAsync(Open.Edition, Open.Answers, Open.Id, Open.Today, Text.Language, stop), "application/pdf");
    }

    public async Task<IActionResult> OnPostAsync(Guid savedForm, string? act, CancellationToken stop)
    {
        Open = await opening.FindAsync(savedForm, stop);
        if (Open.Saved.SubmittedAs is { } number) return Receipt(number);
        if (TurnsTo(act)) return await ShowAsync(stop);
        if (!Open.Judged.Valid)
        {
            ModelState.AddModelError("", Text["apply.check.notYet"].Source);
            watch.Failed(PlaceOf(FormPlace.Check), []);
            return await ShowAsync(stop);
        }

        var input = new SubmitInput { Answers = Open.Answers, NoticeBy = ReceiveBy.Contains(NoticeBy ?? "") ? NoticeBy : ReceiveBy is [var only] ? only : null };
        var submitted = await submit.RunAsync(Open.Edition.Slug, input, Channel.Web, stop);
        if (submitted.Refused && (await forms.ReadAsync(Open.Id, stop)).SubmittedAs is { } before) return Receipt(before);
        if (submitted.Refused)
        {
            // The fields stand on other pages: no link of the summary could reach them.
            foreach (var error in submitted.Refusal.Fields) ModelState.AddModelError("", Text[$"error.{error.Code}", error.Arguments].Source);
            if (submitted.Refusal.Fields.Count == 0) ModelState.AddModelError("", Text[$"refusal.{submitted.Refusal.Code}", submitted.Refusal.Arguments].Source);
            watch.Failed(PlaceOf(FormPlace.Check), submitted.Refusal.Fields);
            return await ShowAsync(stop);
        }

        await database.BeginAsync(stop);
        await forms.SubmitAsAsync(Open.Id, submitted.Value.IntakeNumber, stop);
        database.AfterCommit(() =>
        {
            watch.Passed(PlaceOf(FormPlace.Check));
            watch.Submitted(Open.Edition.Slug, Open.Edition.Number, Open.Saved.CreatedAt);
        });
        return Receipt(submitted.Value.IntakeNumber);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (Open is not null) await PressedTwice.LeadAsync(executed, Open.Id, Receipt);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Shown = Open.Edition.Form.Show(Open.Answers, Open.Today, Text.Language);
        Files = await files.FindAsync([.. Shown.SelectMany(p => p.Answers).SelectMany(a => a.Files).Distinct()], stop);
        Unfinished = [.. Open.Pages.Where(p => !Open.IsDone(p))];
        NoticeBy ??= await residents.Of(Actor.Id, stop) is { } account && Applicants.NoticeByOf(account) == Domain.NoticeBy.Paper ? "paper" : "electronic";
        return Page();
    }
}
