using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Messages;

/// <summary>Who wrote: <paramref name="Kind"/> is <c>resident</c> or <c>division</c>; never an officer's name.</summary>
internal sealed record MessageSender(string Kind, string Name);

/// <summary>A message as the API gives it.</summary>
internal sealed record MessageItem(Guid Id, DateTime At, string? Application, string Kind, string Subject, string Body, DateTime? ReadAt, MessageSender From);

/// <summary>A page of messages; <paramref name="Next"/> continues.</summary>
internal sealed record MessagePage(IReadOnlyList<MessageItem> Items, string? Next);

/// <summary>Own letters, or the correspondence of a matter the caller may see. Newest first.</summary>
[Anyone]
internal sealed class ListMessages(MessagingDb db, Actor actor, IEnumerable<IApplicationReaders> readers, IEnumerable<IAddressBook> addresses, IDirectory directory, AuditTrail audit)
{
    public async Task<MessagePage> RunAsync(string? application, int? limit, string? after, CancellationToken stop)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        var count = PageLimit.Of(limit);
        var letters = await VisibleAsync(application, stop);
        var seen = Cursor.Parse(after);
        var rows = await letters.PageBy(l => l.At, l => l.Id, seen?.Time, seen?.Id, descending: true).Take(count + 1).ToListAsync(stop);
        var shown = rows.Take(count).ToList();
        if (actor.IsStaff) audit.Viewed("application", application!, new { what = "messages" }, shown.Select(l => l.ToAccount ?? l.FromAccount).FirstOrDefault(a => a is not null));
        return new MessagePage(await ItemsAsync(shown, stop), rows.Count > count ? Cursor.Of(shown[^1].At, shown[^1].Id) : null);
    }

    internal async Task<IReadOnlyList<MessageItem>> ItemsAsync(IReadOnlyList<SentLetter> letters, CancellationToken stop)
    {
        var writers = letters.Select(l => l.FromAccount).OfType<string>().Distinct().ToList();
        var names = writers.Count == 0 || addresses.FirstOrDefault() is not { } book ? new Dictionary<string, MailAddress>() : await book.OfAsync(writers, stop);
        return [.. letters.Select(l => new MessageItem(l.Id, l.At, l.Application, l.Kind, l.Subject, l.Body, l.ReadAt, Sender(l, names)))];
    }

    private async Task<IQueryable<SentLetter>> VisibleAsync(string? application, CancellationToken stop)
    {
        var letters = db.Letters.AsNoTracking();
        if (application is null) return actor.IsResident ? letters.Where(l => l.ToAccount == actor.Id || l.FromAccount == actor.Id) : throw new RefusedException(Refusal.Malformed);
        foreach (var reader in readers)
            if (await reader.MaySeeAsync(application, stop)) return letters.Where(l => l.Application == application);
        throw new NotFoundException();
    }

    private MessageSender Sender(SentLetter letter, IReadOnlyDictionary<string, MailAddress> names)
    {
        if (letter.FromAccount is { } account) return new MessageSender("resident", names.GetValueOrDefault(account)?.Name ?? account);
        return new MessageSender("division", letter.FromDivision is { } code ? directory.Division(code)?.Name ?? code : directory.City.Name);
    }
}
