using System.Text.Json;
using Madoguchi.Applications.Answering;
using Madoguchi.Applications.Apply;

namespace Madoguchi.Applications.MyApplications;

/// <summary>補正 (only what the division opened), or 自主訂正 before the review starts (anything).</summary>
internal sealed class Correct(Matters matters, Actor actor, Rewriting rewriting, Attaching attaching, History history, TimeProvider clock)
{
    public async Task<Result<Application>> RunAsync(string number, JsonElement answers, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.RequireResident();
        if (application.Status is not (ApplicationStatus.Arrived or ApplicationStatus.CorrectionRequested)) return Refusals.NoCorrectionRequested;
        if (answers.ValueKind != JsonValueKind.Object) return Refusals.Missing("answers");
        if (application.OpenedQuestions is { } opened && AnswerKeys.NotOpened(application.Answers, answers, opened) is { Count: > 0 } shut)
            return Refusal.Invalid([.. shut.Select(key => new FieldError(key, "notOpened"))]);

        var judged = await rewriting.JudgeAsync(application, answers, stop);
        if (judged.Refused) return judged.Refusal;

        var now = judged.Value;
        var requested = application.Status == ApplicationStatus.CorrectionRequested;
        var dueOn = requested
            ? Promise.AfterCorrection(now.Edition, application.DueOn, JapaneseDate.Of(application.CorrectionAskedAt!.Value), clock.Today())
            : application.DueOn;
        if (application.Correct(now.Applicant, now.Answers, attaching.Json(now.Attachments), dueOn) is { Refused: true } no) return no.Refusal;
        attaching.Link(application, now.Attachments, now.Held);
        await history.RecordAsync(application, new ApplicationCorrected(application.IntakeNumber, now.Changes, requested), stop);
        return application;
    }
}
