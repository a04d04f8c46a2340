using Madoguchi.Notices.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Notices.Reading;

/// <summary>The first opening by the addressee: written in a transaction of its own before the answer, because reading writes nothing.</summary>
[Anyone]
internal sealed class OpenNotice(IServiceScopeFactory scopes, Actor actor, TimeProvider clock)
{
    public async Task RecordAsync(Guid id, CancellationToken stop)
    {
        if (!actor.IsResident) return;

        var addressee = actor.Facts;
        try
        {
            await scopes.RunAsync(services => OpenAsync(services, id, addressee, stop), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Opened twice at the same moment: the other one was first.
        }
    }

    private async Task OpenAsync(IServiceProvider services, Guid id, ActorFacts addressee, CancellationToken stop)
    {
        services.GetRequiredService<Actor>().Become(addressee);
        var now = clock.Now();
        var notice = await services.GetRequiredService<NoticesDb>().VisibleTo(services.GetRequiredService<Actor>()).SingleOrDefaultAsync(n => n.Id == id, stop);
        if (notice is null || !notice.Open(now)) return;

        services.GetRequiredService<AuditTrail>().Record("notices.open", "notice", notice.DocumentNumber!);
        await services.GetRequiredService<EventBus>().RaiseAsync(new NoticeOpened(id, notice.IntakeNumber, notice.DocumentNumber!, notice.Concludes, now), stop);
    }
}
