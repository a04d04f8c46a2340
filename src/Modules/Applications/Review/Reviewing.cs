using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Review;

/// <summary>受付確認・審査開始 (not 受理: it has arrived already).</summary>
internal sealed class Accept(Matters matters, Actor actor, History history)
{
    public async Task<Result<Application>> RunAsync(string number, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        if (application.Accept() is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new ReviewStarted(application.IntakeNumber), stop);
        return application;
    }
}

/// <summary>Gives the matter to an officer of the division, or to nobody.</summary>
internal sealed class Assign(Matters matters, Actor actor, IDirectory directory, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? assignee, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        if (assignee is not null && directory.StaffOf(application.Division).All(s => s.Id != assignee)) return Refusal.Invalid(new FieldError("assignee", "unknown"));
        if (application.Assign(assignee) is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new ApplicationAssigned(application.IntakeNumber, assignee), stop);
        return application;
    }
}

/// <summary>段階: where in the division's work the matter stands; public phases show on the status page.</summary>
internal sealed class SetPhase(Matters matters, Actor actor, IProcedures procedures, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? phase, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var known = procedures.Edition(application.Procedure, application.ProcedureEdition)?.Phases.FirstOrDefault(p => p.Id == phase);
        if (known is null) return Refusal.Invalid(new FieldError("phase", "option"));
        if (application.SetPhase(known.Id) is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new PhaseSet(application.IntakeNumber, known.Id, known.Label.Ja, known.Public), stop);
        return application;
    }
}

/// <summary>内部のメモ: seen by staff only.</summary>
internal sealed class WriteNote(Matters matters, Actor actor, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? body, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var words = Words.Of(body, "body", 2000);
        if (words.Refused) return words.Refusal;
        if (application.Touch() is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new NoteWritten(application.IntakeNumber, words.Value), stop);
        return application;
    }
}

/// <summary>連絡: from the division to the applicant, or from the applicant to the division.</summary>
[Anyone]
internal sealed class WriteMessage(Matters matters, Actor actor, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? body, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        if (!actor.IsResident) actor.Require(ApplicationsPermissions.Review, application.Division);
        if (application.Account is null) return Refusals.NoAccount;
        var words = Words.Of(body, "body", 2000);
        if (words.Refused) return words.Refusal;
        if (application.Touch() is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new MessageWritten(application.IntakeNumber, words.Value, actor.IsResident), stop);
        return application;
    }
}

/// <summary>Free text of a person: not empty, no control characters, not too long.</summary>
internal static class Words
{
    public static Result<string> Of(string? text, string field, int limit)
    {
        if (string.IsNullOrWhiteSpace(text)) return Refusals.Missing(field);
        if (!TextRules.IsClean(text)) return Refusal.Invalid(new FieldError(field, "characters"));
        var words = TextRules.Normalise(text);
        return TextRules.Length(words) > limit ? Refusal.Invalid(new FieldError(field, "tooLong", ("max", limit))) : words;
    }
}
