using System.Text.Json;
using Madoguchi.Files.Contracts;

namespace Madoguchi.Applications.Apply;

/// <summary>申請: judges the answers by the definition alone, then only adds rows. Bookings alone take a counted place under a transaction.</summary>
[Anyone]
internal sealed class Submit(
    Database database, IProcedures procedures, Actor actor, Intake intake, Attaching attaching, Booking.TakePlace takePlace, Limiting limiting, History history, TimeProvider clock, CityOptions options)
{
    /// <summary>Anybody signed in may apply for themselves; <see cref="Intake"/> judges channels and applying for others.</summary>
    public async Task<Result<Application>> RunAsync(string slug, SubmitInput input, Channel own, CancellationToken stop = default)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        var received = await intake.JudgeAsync(edition, input, own, stop);
        if (received.Refused) return received.Refusal;

        var (channel, arrivedAt, account, applicant, noticeBy) = received.Value;
        if (input.Answers.ValueKind != JsonValueKind.Object) return Refusals.Missing("answers");
        var arrivedOn = JapaneseDate.Of(arrivedAt);
        var judged = edition.Form.Validate(input.Answers, arrivedOn);
        if (!judged.Valid) return Refusal.Invalid(judged.Errors);

        var files = await attaching.JudgeAsync(edition, judged.Answers, [], stop);
        if (files.Refused) return files.Refusal;

        var number = await intake.NumberAsync(stop);
        var promised = Promise.Of(edition, arrivedOn);
        var application = Application.Arrive(
            new Application
            {
                Id = Guid.CreateVersion7(),
                IntakeNumber = number,
                Procedure = edition.Slug,
                ProcedureEdition = edition.Number,
                Nature = edition.Nature,
                Division = edition.Division,
                ArrivedAt = arrivedAt,
                RegisteredAt = clock.Now(),
                Channel = channel,
                Account = account,
                EnteredBy = actor.Id,
                NoticeBy = noticeBy,
                PromisedOn = promised,
                Demo = options.Demo,
            },
            Applicants.From(edition, judged.Answers, applicant), judged.Answers, attaching.Json(files.Value), promised, edition.Phases.FirstOrDefault()?.Id);

        if (await limiting.JudgeAsync(edition, application, stop) is { Refused: true } no) return no.Refusal;
        if (edition.Booking is not null && await takePlace.RunAsync(edition, application, stop) is { Refused: true } full) return full.Refusal;
        database.Append(application);
        attaching.Link(application, files.Value);
        await history.RecordAsync(application, new ApplicationArrived(number, edition.Slug, edition.Division, account, arrivedAt, promised), stop);
        return application;
    }
}
