using System.Text.Json;
using Madoguchi.Applications.Apply;
using Madoguchi.Applications.Booking;
using Madoguchi.Applications.Decisions;

namespace Madoguchi.Applications.Review;

/// <summary>完了 of filings, bookings, certificates and reports; an application in law is decided instead.</summary>
internal sealed class Complete(Matters matters, Actor actor, IProcedures procedures, Telling telling, History history, TimeProvider clock)
{
    public async Task<Result<Application>> RunAsync(string number, string? note, JsonElement? result, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        if (application.Nature == Nature.Application) return Refusals.DecisionRequired;
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        var words = string.IsNullOrWhiteSpace(note) ? null : Words.Of(note, "note", 2000);
        if (words is { Refused: true }) return words.Refusal;
        var judged = edition.Completion is null ? null : edition.CheckResult("completion", result, application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt));
        if (judged is { Valid: false }) return Refusal.Invalid(judged.Errors);

        if (application.Complete(judged?.Json, clock.Now()) is { Refused: true } no) return no.Refusal;
        if (await telling.PrepareCompletionAsync(application, edition, stop) is { Refused: true } unready) return unready.Refusal;
        await history.RecordAsync(application, new ApplicationCompleted(application.IntakeNumber, words?.Value), stop);
        return application;
    }
}

/// <summary>延期: tells the applicant in writing until when and why (介護保険法27条11項; 行政手続法 9条).</summary>
internal sealed class Extend(Matters matters, Actor actor, IProcedures procedures, Telling telling, History history, TimeProvider clock)
{
    public async Task<Result<Application>> RunAsync(string number, DateOnly? until, string? reason, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var words = Words.Of(reason, "reason", 2000);
        if (words.Refused) return words.Refusal;
        if (until is not { } day) return Refusals.Missing("until");
        if (Promise.IsTooFar(day, clock.Today())) return Refusal.Invalid(new FieldError("until", "farAhead", ("max", Promise.MostYears)));
        var formerly = application.DueOn;
        if (application.Extend(day, words.Value) is { Refused: true } no) return no.Refusal;
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        if (await telling.PrepareExtensionAsync(application, edition, formerly, words.Value, stop) is { Refused: true } unready) return unready.Refusal;
        await history.RecordAsync(application, new ApplicationExtended(application.IntakeNumber, day, words.Value), stop);
        return application;
    }
}

/// <summary>終了 without a decision, for one of the few causes that need none.</summary>
internal sealed class Close(Matters matters, Actor actor, FreePlace freePlace, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? reasonCode, string? reason, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var code = EnumText.Parse<CloseReason>(reasonCode);
        if (application.Close(code) is { Refused: true } no) return no.Refusal;
        var words = Words.Of(reason, "reason", 2000);
        if (words.Refused) return words.Refusal;
        // A place that can still be given to somebody else is; a later one just stays unused.
        await freePlace.RunAsync(application, stop);
        await history.RecordAsync(application, new ApplicationClosed(application.IntakeNumber, EnumText.Of(code!.Value), words.Value), stop);
        return application;
    }
}
