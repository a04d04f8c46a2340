using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Messages;

/// <summary>The addressee has read a letter.</summary>
internal sealed class MarkMessageRead(MessagingDb db, Actor actor, TimeProvider clock, ListMessages list)
{
    public async Task<MessageItem> RunAsync(Guid id, CancellationToken stop)
    {
        actor.RequireResident();
        var letter = await db.Letters.FirstOrDefaultAsync(l => l.Id == id && l.ToAccount == actor.Id, stop) ?? throw new NotFoundException();
        letter.MarkRead(clock.Now());
        return (await list.ItemsAsync([letter], stop))[0];
    }
}
