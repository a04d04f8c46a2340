using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Letters;

/// <summary>Reads the boxes for callers that have asked who may.</summary>
[Anyone]
internal sealed class LetterBox(MessagingDb db, IDirectory directory) : ILetterBox
{
    public async Task<(IReadOnlyList<LetterItem> Letters, string? Next)> ReceivedAsync(string accountId, string? after, int limit, CancellationToken stop = default)
    {
        var seen = Cursor.Parse(after);
        var rows = await db.Letters.AsNoTracking().Where(l => l.ToAccount == accountId)
            .PageBy(l => l.At, l => l.Id, seen?.Time, seen?.Id, descending: true).Take(limit + 1).ToListAsync(stop);
        var shown = rows.Take(limit).ToList();
        return (Items(shown), rows.Count > limit ? Cursor.Of(shown[^1].At, shown[^1].Id) : null);
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
