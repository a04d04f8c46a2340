using System.Text.Json;

namespace Madoguchi.Applications.Booking;

/// <summary>Takes a counted place of a session, or one on its waiting list: first come, first served.</summary>
[Anyone]
internal sealed class TakePlace(SessionCounter counter, ArrivalCounter arrivals, Database database, EventBus events, TimeProvider clock)
{
    public async Task<Result> RunAsync(ProcedureEdition edition, Application application, CancellationToken stop)
    {
        var booking = edition.Booking!;
        using var answers = JsonDocument.Parse(application.Answers);
        if (!answers.RootElement.TryGetProperty(booking.Question, out var chosen) || edition.Session(chosen.GetString()!) is not { } session)
            return Refusals.BookingClosed;
        if (!session.IsOpen(application.ArrivedAt)) return Refusals.BookingClosed;

        var holder = HolderOf(booking, application);
        // The counter is contended: from here on inside a transaction, and nothing before it was written.
        await database.BeginAsync(stop);
        await arrivals.LockAsync(edition.Slug, stop);
        if (await counter.HoldsAsync(edition.Slug, holder, application.Account, stop)) return Refusals.BookingOnce;
        if (await counter.TakeAsync(edition.Slug, session, stop) is not { } taken) return Refusals.BookingFull;

        var place = Place.Take(
            new Place
            {
                Id = Guid.CreateVersion7(),
                Procedure = edition.Slug,
                Session = session.Code,
                IntakeNumber = application.IntakeNumber,
                Holder = holder,
                Position = taken.Position,
                CreatedAt = clock.Now(),
            },
            taken.Confirmed);
        database.Append(place);
        await events.RaiseAsync(new PlaceTaken(application.IntakeNumber, edition.Slug, application.Account, session.Code, taken.Confirmed), stop);
        return Result.Ok;
    }

    // A household without an account is told apart by where it lives and whom it names.
    private static string HolderOf(Procedures.Contracts.Booking booking, Application application)
    {
        if (booking.OncePer == OncePer.Account || application.ApplicantAddress.Length < 2)
            return application.Account ?? $"{application.ApplicantKana}|{application.ApplicantTelephone}";
        var household = $"{application.ApplicantAddress}|{application.ApplicantKana.Split(' ')[0]}";
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(household)));
    }
}
