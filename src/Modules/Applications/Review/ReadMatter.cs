using Madoguchi.Applications.Apply;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Directory.Contracts;
using Madoguchi.Notices.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Review;

/// <summary>A matter with everything an officer reads of it; the view is audited.</summary>
internal sealed class ReadMatter(
    ApplicationsDb db, Matters matters, HistoryReader history, IProcedures procedures, IDirectory directory, IApprovals approvals, INotices notices,
    Actor actor, AuditTrail audit, TimeProvider clock)
{
    private const int MostRelated = 20;

    internal sealed record Whole(
        Application Application, ProcedureEdition Edition, IReadOnlyList<ShownPage> Pages, IReadOnlyDictionary<string, Attachment> Files,
        IReadOnlyList<HistoryLine> History, IReadOnlyList<Related> Related, IReadOnlyList<ApprovalRef> Approvals, IReadOnlyList<NoticeSummary> Notices,
        IReadOnlySet<MatterAct> Acts, Division? Division, DateOnly Today)
    {
        public DateOnly ArrivedOn => JapaneseDate.Of(Application.ArrivedAt);

        /// <summary>The line that tells what happened last.</summary>
        public HistoryLine Latest => History[^1];

        /// <summary>A question as lists name it: 「児童 2 氏名」.</summary>
        public string LabelOf(string key) => Pages.SelectMany(p => p.Answers).FirstOrDefault(a => a.Key == key) is { } shown
            ? $"{shown.Item}{(shown.Item is null ? "" : " ")}{shown.Label}"
            : Edition.Form.Question(key)?.Short.Ja ?? key;
    }

    /// <summary>Another matter of the same person.</summary>
    internal sealed record Related(string IntakeNumber, string Procedure, int ProcedureEdition, ApplicationStatus Status, DateTime ArrivedAt);

    public async Task<Whole> RunAsync(string number, CancellationToken stop = default)
    {
        actor.RequireStaff();
        var application = await matters.ToReadAsync(number, stop);
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        audit.Viewed("application", application.IntakeNumber, concerns: application.Account);
        return new Whole(
            application, edition,
            edition.Form.Show(application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt), Language.Ja),
            Attaching.Of(application).DistinctBy(f => f.FileId).ToDictionary(f => f.FileId),
            await history.RunAsync(application, stop),
            await RelatedAsync(application, stop),
            await approvals.OfItemsAsync([application.IntakeNumber], stop),
            [.. (await notices.ListForAsync([application.IntakeNumber], stop))[application.IntakeNumber]],
            PossibleActs.Of(application, edition, actor, clock.Today()),
            directory.Division(application.Division),
            clock.Today());
    }

    // The same account, or the same reading of the name and day of birth: only among what the officer may see anyway.
    private async Task<IReadOnlyList<Related>> RelatedAsync(Application application, CancellationToken stop)
    {
        var (id, account, kana, birth) = (application.Id, application.Account, application.ApplicantKana, application.ApplicantBirthDate);
        var others = db.VisibleTo(actor).AsNoTracking().Where(a => a.Id != id);
        others = (account, birth) switch
        {
            (not null, not null) => others.Where(a => a.Account == account || (a.ApplicantKana == kana && a.ApplicantBirthDate == birth)),
            (not null, null) => others.Where(a => a.Account == account),
            (null, not null) => others.Where(a => a.ApplicantKana == kana && a.ApplicantBirthDate == birth),
            _ => others.Where(a => false),
        };
        return await others.OrderByDescending(a => a.ArrivedAt).Take(MostRelated)
            .Select(a => new Related(a.IntakeNumber, a.Procedure, a.ProcedureEdition, a.Status, a.ArrivedAt)).ToListAsync(stop);
    }
}
