using Madoguchi.Messaging.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Histories;

/// <summary>Tells the applicant what happened, in the procedure's own sentences where it has some.</summary>
internal sealed class Letters(Lazy<ApplicationsDb> db, IProcedures procedures, ILetterTexts texts, ILetters letters)
    : IHandle<ApplicationArrived>, IHandle<CorrectionRequested>, IHandle<CorrectionOverdue>, IHandle<DecisionNotified>, IHandle<ApplicationCompleted>, IHandle<MessageWritten>,
      IHandle<PlaceTaken>, IHandle<PlaceOffered>, IHandle<PlaceConfirmed>, IHandle<PlaceLapsed>
{
    public ValueTask HandleAsync(ApplicationArrived happened, CancellationToken stop)
    {
        var edition = procedures.Find(happened.Procedure)!;
        // A booking says whether there is a place; that letter takes this one's place.
        if (edition.Booking is null) Send(happened.Account, edition, LetterKinds.Arrived, happened.IntakeNumber);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(CorrectionRequested happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.CorrectionRequested, happened.DueOn, stop);

    public ValueTask HandleAsync(CorrectionOverdue happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.CorrectionOverdue, happened.DueOn, stop);

    public ValueTask HandleAsync(DecisionNotified happened, CancellationToken stop) => SendAsync(happened.IntakeNumber, LetterKinds.NoticeAvailable, null, stop);

    public async ValueTask HandleAsync(ApplicationCompleted happened, CancellationToken stop)
    {
        var application = await FindAsync(happened.IntakeNumber, stop);
        // After a decision the notice has spoken already.
        if (application.Disposition is null) Send(application.Account, EditionOf(application), LetterKinds.Completed, application.IntakeNumber);
    }

    public async ValueTask HandleAsync(MessageWritten happened, CancellationToken stop)
    {
        var application = await FindAsync(happened.IntakeNumber, stop);
        var edition = EditionOf(application);
        if (happened.FromResident) letters.Send(new DivisionLetter(application.Division, application.Account!, application.IntakeNumber, edition.Title.Ja, happened.Note!));
        else if (application.Account is { } account) letters.Send(texts.Message(Facts(account, edition, application.IntakeNumber), happened.Note!));
    }

    public ValueTask HandleAsync(PlaceTaken happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, happened.Confirmed ? LetterKinds.BookingConfirmed : LetterKinds.BookingWaiting, happened.IntakeNumber, happened.Session);

    public ValueTask HandleAsync(PlaceOffered happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingOffered, happened.IntakeNumber, happened.Session, JapaneseDate.Of(happened.Until));

    public ValueTask HandleAsync(PlaceConfirmed happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingConfirmed, happened.IntakeNumber, happened.Session);

    public ValueTask HandleAsync(PlaceLapsed happened, CancellationToken stop) =>
        PlaceAsync(happened.Account, happened.Procedure, LetterKinds.BookingCancelled, happened.IntakeNumber, happened.Session);

    private ValueTask PlaceAsync(string? account, string procedure, string kind, string number, string session, DateOnly? dueOn = null)
    {
        var edition = procedures.Find(procedure)!;
        Send(account, edition, kind, number, dueOn, SessionWords.Of(edition, session, Language.Ja));
        return ValueTask.CompletedTask;
    }

    private async ValueTask SendAsync(string number, string kind, DateOnly? dueOn, CancellationToken stop)
    {
        var application = await FindAsync(number, stop);
        Send(application.Account, EditionOf(application), kind, number, dueOn);
    }

    private void Send(string? account, ProcedureEdition edition, string kind, string number, DateOnly? dueOn = null, string? session = null)
    {
        if (account is null) return;
        var own = edition.Mails.TryGetValue(kind, out var mail) ? new LetterWords(mail.Subject.Ja, mail.Body.Ja) : null;
        letters.Send(texts.Compose(kind, Facts(account, edition, number) with { DueOn = dueOn, Session = session }, own));
    }

    private static LetterFacts Facts(string account, ProcedureEdition edition, string number) => new(account, edition.Title.Ja, number, edition.Division);

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
