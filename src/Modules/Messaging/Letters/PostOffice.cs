using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Madoguchi.Messaging.Mail;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Letters;

/// <summary>Puts letters into the boxes and mail into the outbox; called by use cases that have asked for permission.</summary>
[Anyone]
internal sealed class PostOffice(Lazy<MessagingDb> db, Database database, Outbox outbox, TimeProvider clock) : ILetters
{
    public void Send(Letter letter)
    {
        var sent = SentLetter.Of(letter, clock.Now());
        database.Append(sent);
        if (letter.ByMail) outbox.Add(MailSender.OutboxKind, new MailOrder(sent.Id));
    }

    public void Send(DivisionLetter letter) => database.Append(SentLetter.Of(letter, clock.Now()));

    public async Task MarkReadAsync(string accountId, string? application, CancellationToken stop = default)
    {
        var now = clock.Now();
        var unread = db.Value.Letters.Where(l => l.ToAccount == accountId && l.ReadAt == null);
        if (application is not null) unread = unread.Where(l => l.Application == application);
        foreach (var letter in await unread.ToListAsync(stop)) letter.MarkRead(now);
    }
}
