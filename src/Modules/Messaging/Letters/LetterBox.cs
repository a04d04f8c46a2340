using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Letters;

/// <summary>Reads the boxes for callers that have asked who may.</summary>
[Anyone]
internal sealed class LetterBox(MessagingDb db, IDirectory directory) : ILetterBox
{
    public async Task<IReadOnlyList<LetterItem>> OfAccountAsync(string accountId, string? application, DateTime? before, int limit, CancellationToken stop = default)
    {
        var letters = db.Letters.AsNoTracking().Where(l => l.ToAccount == accountId || l.FromAccount == accountId);
        if (application is not null) letters = letters.Where(l => l.Application == application);
        if (before is not null) letters = letters.Where(l => l.At < before);
        return Items(await letters.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(limit).ToListAsync(stop));
    }

    public async Task<IReadOnlyList<LetterItem>> OfApplicationAsync(string application, CancellationToken stop = default) =>
        Items(await db.Letters.AsNoTracking().Where(l => l.Application == application).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).ToListAsync(stop));

    public Task<int> UnreadAsync(string accountId, CancellationToken stop = default) =>
        db.Letters.CountAsync(l => l.ToAccount == accountId && l.ReadAt == null, stop);

    private IReadOnlyList<LetterItem> Items(IEnumerable<SentLetter> letters) => [.. letters.Select(l =>
        new LetterItem(l.Id, l.At, l.Application, l.Kind, l.Subject, l.Body, l.ReadAt, l.FromResident, DivisionOf(l)))];

    private DivisionRef? DivisionOf(SentLetter letter) =>
        (letter.FromDivision ?? letter.ToDivision) is { } code ? directory.Division(code)?.Ref ?? new DivisionRef(code, code) : null;
}
