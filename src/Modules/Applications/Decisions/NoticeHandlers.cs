using Madoguchi.Notices.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Decisions;

/// <summary>The notice of the decision makes it public; opened or delivered, the matter is complete. Other letters of the matter change nothing.</summary>
internal sealed class NoticeHandlers(ApplicationsDb db, History history) : IHandle<NoticeIssued>, IHandle<NoticeOpened>, IHandle<NoticePosted>
{
    public async ValueTask HandleAsync(NoticeIssued happened, CancellationToken stop)
    {
        if (happened is { Concludes: true, Channel: NoticeChannel.Electronic }) await NotifyAsync(happened.IntakeNumber, happened.Title, happened.At, stop);
    }

    public async ValueTask HandleAsync(NoticePosted happened, CancellationToken stop)
    {
        if (happened.Concludes && await NotifyAsync(happened.IntakeNumber, null, JapaneseDate.UtcOf(happened.On, default), stop) is { } application) await DeliverAsync(application, stop);
    }

    public async ValueTask HandleAsync(NoticeOpened happened, CancellationToken stop)
    {
        if (happened.Concludes && await FindAsync(happened.IntakeNumber, stop) is { } application) await DeliverAsync(application, stop);
    }

    private async Task<Application?> NotifyAsync(string number, string? title, DateTime at, CancellationToken stop)
    {
        if (await FindAsync(number, stop) is not { } application || application.Notify(at).Refused) return null;
        await history.RecordAsync(application, new DecisionNotified(number, title, at), stop);
        return application;
    }

    private async Task DeliverAsync(Application application, CancellationToken stop)
    {
        if (!application.Deliver().Refused) await history.RecordAsync(application, new ApplicationCompleted(application.IntakeNumber, null), stop);
    }

    private Task<Application?> FindAsync(string number, CancellationToken stop) => db.All.FirstOrDefaultAsync(a => a.IntakeNumber == number, stop);
}
