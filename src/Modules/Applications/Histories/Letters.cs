using Madoguchi.Messaging.Contracts;
using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Histories;

/// <summary>Tells the applicant what happened, in the language of the account and the procedure's own sentences where it has some.</summary>
internal sealed class Letters(Lazy<ApplicationsDb> db, IProcedures procedures, ILetterTexts texts, ILetters letters, IResidents residents)
    : IHandle<ApplicationArrived>, IHandle<CorrectionRequested>, IHandle<CorrectionOverdue>, IHandle<DecisionNotified>, IHandle<ApplicationCompleted>, IHandle<MessageWritten>,
      IHandle<PlaceTaken>, IHandle<PlaceOffered>, IHandle<PlaceConfirmed>, IHandle<PlaceLapsed>
{
    public ValueTask HandleAsync(ApplicationArrived happened, CancellationToken stop)
    {
        var edition = procedures.Find(happened.Procedure)!;
        // A booking says whether there is a place; that letter takes this one's place.
        return edition.Booking is null ? SendAsync(happened.Account, edition, LetterKinds.Arrived, happened.IntakeNumber, stop) : ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(CorrectionRequested happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.CorrectionRequested, happened.DueOn, stop);

    public ValueTask HandleAsync(CorrectionOverdue happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.CorrectionOverdue, happened.DueOn, stop);

    public ValueTask HandleAsync(DecisionNotified happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.NoticeAvailable, null, stop);

    public async ValueTask HandleAsync(ApplicationCompleted happened, CancellationToken stop)
    {
        var application = await FindAsync(happened.IntakeNumber, stop);
        // After a decision the notice has spoken already.
        if (application.Disposition is null) await SendAsync(application.Account, EditionOf(application), LetterKinds.Completed, application.IntakeNumber, stop);
    }

    public async ValueTask HandleAsync(MessageWritten happened, CancellationToken stop)
    {
        var application = await FindAsync(happened.IntakeNumber, stop);
        var edition = EditionOf(application);
        if (happened.FromResident) letters.Send(new DivisionLetter(application.Division, application.Account!, application.IntakeNumber, edition.Title.Ja, happened.Note!));
        else if (application.Account is { } account)
        {
            var language = await LanguageOfAsync(account, stop);
            letters.Send(texts.Message(Facts(account, edition, application.IntakeNumber, language), happened.Note!, language));
        }
    }

    public ValueTask HandleAsync(PlaceTaken happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, happened.Confirmed ? LetterKinds.BookingConfirmed : LetterKinds.BookingWaiting, happened.IntakeNumber, happened.Session, null, stop);

    public ValueTask HandleAsync(PlaceOffered happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingOffered, happened.IntakeNumber, happened.Session, JapaneseDate.Of(happened.Until), stop);

    public ValueTask HandleAsync(PlaceConfirmed happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingConfirmed, happened.IntakeNumber, happened.Session, null, stop);

    public ValueTask HandleAsync(PlaceLapsed happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingCancelled, happened.IntakeNumber, happened.Session, null, stop);

    private ValueTask PlaceAsync(string? account, string procedure, string kind, string number, string session, DateOnly? dueOn, CancellationToken stop) =>
        SendAsync(account, procedures.Find(procedure)!, kind, number, stop, dueOn, session);

    private async ValueTask SendAsync(string number, string kind, DateOnly? dueOn, CancellationToken stop)
    {
        var application = await FindAsync(number, stop);
        await SendAsync(application.Account, EditionOf(application), kind, number, stop, dueOn);
    }

    private async ValueTask SendAsync(string? account, ProcedureEdition edition, string kind, string number, CancellationToken stop, DateOnly? dueOn = null, string? session = null)
    {
        if (account is null) return;
        var language = await LanguageOfAsync(account, stop);
        var own = edition.Mails.TryGetValue(kind, out var mail) ? new LetterWords(mail.Subject.In(language).ToString(), mail.Body.In(language).ToString()) : null;
        var place = session is null ? null : SessionWords.Of(edition, session, language);
        letters.Send(texts.Compose(kind, Facts(account, edition, number, language) with { DueOn = dueOn, Session = place }, own, language));
    }

    private async ValueTask<Language> LanguageOfAsync(string account, CancellationToken stop) => (await residents.Of(account, stop))?.Language ?? Language.Ja;

    private static LetterFacts Facts(string account, ProcedureEdition edition, string number, Language language) => new(account, edition.Title.In(language).ToString(), number, edition.Division);

    private ProcedureEdition EditionOf(Application application) => procedures.Edition(application.Procedure, application.ProcedureEdition)!;

    // The row of the acting context first: what was just changed or added is not in the database yet.
    private async ValueTask<Application> FindAsync(string number, CancellationToken stop) =>
        db.Value.All.Local.FirstOrDefault(a => a.IntakeNumber == number) ?? await db.Value.All.FirstAsync(a => a.IntakeNumber == number, stop);
}

/// <summary>A session of a booking in words: 「12月10日(木) 10:00〜11:30 ベビーマッサージ」.</summary>
internal static class SessionWords
{
    private static readonly string[] Days = ["日", "月", "火", "水", "木", "金", "土"];

    public static string Of(ProcedureEdition edition, string code, Language language)
    {
        if (edition.Session(code) is not { } session) return code;
        var day = language == Language.En
            ? session.Day.ToString("ddd, d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
            : $"{session.Day.Month}月{session.Day.Day}日（{Days[(int)session.Day.DayOfWeek]}）";
        return $"{day} {session.Plan.Starts:HH\\:mm}–{session.Plan.Ends:HH\\:mm} {session.Plan.Label.In(language)} {session.Plan.Place.In(language)}";
    }
}
