using System.Text.Json;
using Madoguchi.Applications.Answering;
using Madoguchi.Applications.Apply;

namespace Madoguchi.Applications.Review;

/// <summary>職権訂正: the officer mends an answer; the old value stays visible in the history.</summary>
internal sealed class Amend(Matters matters, Actor actor, Rewriting rewriting, Attaching attaching, History history)
{
    public async Task<Result<Application>> RunAsync(string number, JsonElement answers, string? reason, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var words = Words.Of(reason, "reason", 2000);
        if (words.Refused) return words.Refusal;
        var judged = await rewriting.JudgeAsync(application, answers, stop);
        if (judged.Refused) return judged.Refusal;

        var now = judged.Value;
        if (application.Amend(now.Applicant, now.Answers, attaching.Json(now.Attachments)) is { Refused: true } no) return no.Refusal;
        attaching.Link(application, now.Attachments, now.Held);
        await history.RecordAsync(application, new ApplicationAmended(application.IntakeNumber, now.Changes, words.Value), stop);
        return application;
    }
}
