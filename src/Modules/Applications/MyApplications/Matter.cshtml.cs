using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Booking;
using Madoguchi.Applications.Review;
using Madoguchi.DesignSystem.Navigation;
using Madoguchi.Directory.Contracts;
using Madoguchi.Files.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Notices.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.MyApplications;

/// <summary>One's own matter: where it stands, what is asked, what was decided, what was said.</summary>
[ResidentsOnly]
[SurvivesSignIn]
internal sealed class MatterPage(
    Matters matters, ApplicationViews views, HistoryReader history, PlaceReader places, IProcedures procedures, IDirectory directory, IFiles files, ILetterBox box, ILetters post,
    INotices notices, WriteMessage write, ConfirmPlace confirm, TimeProvider clock) : ResidentPage
{
    /// <summary>The receipt: it has just been submitted.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Submitted { get; set; }

    /// <summary>What was just done: <c>corrected</c>, <c>withdrawn</c>, <c>sent</c>, <c>confirmed</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    /// <summary>The day of a look of the city's at this matter the resident wants to ask about.</summary>
    [BindProperty(SupportsGet = true, Name = "ask")]
    public DateOnly? Ask { get; set; }

    [BindProperty(Name = "body")]
    public string? Message { get; set; }

    public ApplicationView Matter { get; private set; } = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    public Division? Division => directory.Division(Matter.Division.Code);

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<ShownPage> Answers { get; private set; } = [];

    public IReadOnlyDictionary<string, StoredFile> Files { get; private set; } = new Dictionary<string, StoredFile>();

    public IReadOnlyList<LetterItem> Letters { get; private set; } = [];

    public IReadOnlyList<NoticeSummary> Notices { get; private set; } = [];

    public PlaceView? Place { get; private set; }

    /// <summary>How it ended; null before its notice, and where the definition says nothing of a completion.</summary>
    public Ending? Ended { get; private set; }

    /// <summary>Documents promised for later that have not come.</summary>
    public IReadOnlyList<RequiredDocument> Later { get; private set; } = [];

    public bool IsOpen { get; private set; }

    public bool IsLate => IsOpen && Matter.DueOn < clock.Today() && Edition.Period.Days > 0;

    public DateOnly ArrivedOn => JapaneseDate.Of(Matter.ArrivedAt);

    public bool MayCorrect => Matter.Status == ApplicationStatus.Arrived && Edition.Booking is null;

    public bool MayWithdraw => IsOpen && (Place is null || Place.State != PlaceState.Cancelled);

    public IEnumerable<LocalizedText> Opened => Matter.Correction!.Questions.Select(key => Edition.Form.Question(key)?.Short.In(Text.Language)).OfType<LocalizedText>();

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken stop)
    {
        await ShowAsync(number, stop);
        if (Ask is { } day) Message = Text["my.message.look", ("day", DayWords.Day(day, Language.Ja))].ToString();
        if (Prefetch.Is(Request)) return Page();
        var unopened = Notices.Where(n => n is { Channel: NoticeChannel.Electronic, OpenedAt: null } && n.AddresseeAccountId == Actor.Id).ToList();
        foreach (var notice in unopened) await notices.OpenedAsync(notice.Id, stop);
        if (unopened.Count > 0) await ShowAsync(number, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostMessageAsync(string number, [FromForm] string? act, CancellationToken stop)
    {
        if (!TurnsTo(act) && Accept(await write.RunAsync(number, Message, stop))) return Back(number, "sent", "#messages");
        await ShowAsync(number, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string number, CancellationToken stop)
    {
        if (Accept(await confirm.RunAsync(number, stop))) return Back(number, "confirmed", "");
        await ShowAsync(number, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(string number, CancellationToken stop)
    {
        if (!await matters.MaySeeAsync(number, stop)) throw new NotFoundException();
        await post.MarkReadAsync(Actor.Id, number, stop);
        return Redirect(Url.Content($"~/my/applications/{number}#messages"));
    }

    private async Task ShowAsync(string number, CancellationToken stop)
    {
        var application = await matters.ToReadAsync(number, stop);
        Matter = views.Of(application);
        Edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        IsOpen = application.IsOpen || Matter.Status == ApplicationStatus.AwaitingDecision;
        Steps = MatterSteps.Of(Matter.Status, Matter.Phase, Edition, Text);
        History = await history.RunAsync(application, stop);
        Answers = Edition.Form.Show(application.AnswersJson(), ArrivedOn, Text.Language);
        var judged = Edition.Form.Validate(application.AnswersJson(), ArrivedOn, Text.Language);
        Later = [.. Edition.RequiredDocuments.Where(d => judged.Later.Contains(d.Id))];
        Files = await files.FindAsync([.. Answers.SelectMany(p => p.Answers).SelectMany(a => a.Files).Distinct()], stop);
        Letters = await box.OfApplicationAsync(application.IntakeNumber, stop);
        Place = await places.RunAsync(application, Edition, stop);
        Ended = Ending.Of(application, Matter.Decision, Edition, Text);
        Notices = [.. (await notices.ListForAsync([application.IntakeNumber], stop))[application.IntakeNumber].Where(n => n.AvailableAt is not null)];
    }

    private RedirectResult Back(string number, string did, string fragment) => Redirect(Url.Content($"~/my/applications/{number}?did={did}{fragment}"));
}
