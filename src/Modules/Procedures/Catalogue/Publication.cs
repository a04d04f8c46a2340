using System.Security.Cryptography;
using System.Text;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>What the city publishes itself. The catalogue of this node shows it with the commit, others within half a minute.</summary>
internal sealed class Publication(ProceduresDb db, ProcedureCatalogue catalogue, IDefinitions definitions, Database database, PublicPages pages, TimeProvider clock) : IPublication
{
    private static readonly Refusal Faulty = new("definition-faulty");

    private static readonly Refusal Overtaken = new("changed-by-someone-else", RefusalKind.VersionMismatch);

    public async Task<Result<int>> PublishAsync(string definition, int? after, string by, CancellationToken stop)
    {
        if (definitions.Read(definition).Edition is not { } edition || definitions.Judge(definition).Any(f => f.IsFault)) return Faulty;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));
        var card = CardReader.Cut(definition);
        var row = await db.Cards.FirstOrDefaultAsync(c => c.Slug == edition.Slug, stop);
        if (row?.Number != after) return Overtaken;
        var number = (row?.Number ?? 0) + 1;
        db.Add(new Edition { Id = Guid.CreateVersion7(), Slug = edition.Slug, Number = number, Sha256 = sha256, Definition = definition, PublishedAt = clock.Now(), PublishedBy = by });
        if (row is null) db.Add(new CardRow { Slug = edition.Slug, Number = number, Sha256 = sha256, Source = CardRow.OfCity, ReadBy = PublishLibrary.Build, Card = card });
        else (row.Number, row.Sha256, row.Source, row.ReadBy, row.Card) = (number, sha256, CardRow.OfCity, PublishLibrary.Build, card);
        Show(() => catalogue.Put([CardReader.Read(card, number)!]));
        return number;
    }

    public async Task StopAsync(string slug, string by, StopReason? reason, CancellationToken stop)
    {
        if (await db.Stops.AnyAsync(s => s.Slug == slug, stop)) return;
        var row = new StopRow { Slug = slug, StoppedAt = clock.Now(), StoppedBy = by, Reason = reason?.Ja, ReasonEn = reason?.En, ReasonEasy = reason?.Easy };
        db.Add(row);
        Show(() => catalogue.ChangeStops(stops => stops.SetItem(slug, new ProcedureStop(row.StoppedAt, reason))));
    }

    public async Task ResumeAsync(string slug, CancellationToken stop)
    {
        if (await db.Stops.FirstOrDefaultAsync(s => s.Slug == slug, stop) is not { } row) return;
        db.Remove(row);
        Show(() => catalogue.ChangeStops(stops => stops.Remove(slug)));
    }

    private void Show(Action change) => database.AfterCommit(() =>
    {
        change();
        pages.Changed();
    });
}
