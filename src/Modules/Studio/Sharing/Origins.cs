using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Sharing;

/// <summary>What a procedure of the city was made from, for the next merge.</summary>
internal sealed record Basis(OriginKind Kind, string Source, string? LgCode, string? City, string Sha256, string Definition);

/// <summary>Remembers what drafts were made from, and finds which procedures have something newer to merge.</summary>
internal sealed class Origins(StudioDb db, IDefinitions definitions, Actor actor, TimeProvider clock)
{
    public Origin Note(Draft draft, string source, string definition) => Add(new Origin
    {
        Id = Guid.CreateVersion7(), DraftId = draft.Id, Slug = draft.Slug, Kind = OriginKind.Library, Source = source, Sha256 = ProcedurePackage.HashOf(definition), Definition = definition,
        NotedBy = actor.Id, NotedAt = clock.Now(),
    });

    /// <param name="draft">Null while it waits to be merged.</param>
    public Origin Note(Guid? draft, string slug, ProcedurePackage package, string adapted, IReadOnlyList<ImportNote> notes) => Add(new Origin
    {
        Id = Guid.CreateVersion7(), DraftId = draft, Slug = slug, Kind = OriginKind.Package, Source = package.Source.Slug, LgCode = package.Source.LgCode, City = package.Source.City, Edition = package.Source.Edition,
        Sha256 = package.Sha256, Definition = adapted, Notes = JsonSerializer.Serialize(notes), NotedBy = actor.Id, NotedAt = clock.Now(),
    });

    /// <summary>What the published procedure was made from; null when it was made here.</summary>
    public async Task<Basis?> OfAsync(string slug, CancellationToken stop)
    {
        var origin = await Published().Where(o => o.Slug == slug).OrderByDescending(o => o.NotedAt).ThenByDescending(o => o.Id).FirstOrDefaultAsync(stop);
        if (origin is not null) return new Basis(origin.Kind, origin.Source, origin.LgCode, origin.City, origin.Sha256, origin.Definition);
        return await LibraryAsync(slug, int.MaxValue, stop) is { } text ? new Basis(OriginKind.Library, slug, null, null, ProcedurePackage.HashOf(text), text) : null;
    }

    /// <summary>A draft that says again what an older edition said is merged from what that edition was made from: what came in since is not in it.</summary>
    public async Task CarryAsync(Draft draft, int number, CancellationToken stop)
    {
        var slug = draft.Slug;
        var origin = await db.Origins.AsNoTracking().Where(o => o.Slug == slug)
            .Join(db.All.Where(d => d.State == DraftState.Published && d.PublishedNumber <= number), o => o.DraftId, d => d.Id, (o, d) => new { Origin = o, Number = d.PublishedNumber })
            .OrderByDescending(p => p.Number).ThenByDescending(p => p.Origin.NotedAt).Select(p => p.Origin).FirstOrDefaultAsync(stop);
        if (origin is null)
        {
            if (await LibraryAsync(slug, number, stop) is { } text) Note(draft, slug, text);
            return;
        }

        Add(new Origin
        {
            Id = Guid.CreateVersion7(), DraftId = draft.Id, Slug = slug, Kind = origin.Kind, Source = origin.Source, LgCode = origin.LgCode, City = origin.City, Edition = origin.Edition,
            Sha256 = origin.Sha256, Definition = origin.Definition, NotedBy = actor.Id, NotedAt = clock.Now(),
        });
    }

    /// <summary>A file that waits to be merged into a procedure.</summary>
    public Task<Origin?> WaitingAsync(Guid id, string slug, CancellationToken stop) => db.Origins.FirstOrDefaultAsync(o => o.Id == id && o.Slug == slug && o.DraftId == null, stop);

    public Task<Origin?> OfDraftAsync(Guid draft, CancellationToken stop) => db.Origins.AsNoTracking().FirstOrDefaultAsync(o => o.DraftId == draft, stop);

    /// <summary>Files that came for a procedure and were never merged give way to the newest.</summary>
    public Task ForgetWaitingAsync(string slug, CancellationToken stop) => db.Origins.Where(o => o.Slug == slug && o.DraftId == null).ExecuteDeleteAsync(stop);

    /// <summary>Slugs of procedures that the city publishes itself and that were made from an older version of the library's.</summary>
    public async Task<IReadOnlySet<string>> OutdatedAsync(CancellationToken stop)
    {
        var bases = (await definitions.LibraryBasesAsync(stop)).ToDictionary(b => b.Slug, b => (Source: b.Slug, b.Sha256));
        var merged = await Published().OrderBy(o => o.NotedAt).ThenBy(o => o.Id).Select(o => new { o.Slug, o.Kind, o.Source, o.Sha256 }).ToListAsync(stop);
        foreach (var origin in merged)
            if (origin.Kind == OriginKind.Library) bases[origin.Slug] = (origin.Source, origin.Sha256);
            else bases.Remove(origin.Slug);
        return bases.Where(b => definitions.Library.GetValueOrDefault(b.Value.Source) is { } now && ProcedurePackage.HashOf(now.Definition) != b.Value.Sha256).Select(b => b.Key).ToHashSet();
    }

    // What came with the program for the edition of that number, or before it.
    private async Task<string?> LibraryAsync(string slug, int number, CancellationToken stop)
    {
        if (!definitions.Library.ContainsKey(slug)) return null;
        return (await definitions.EditionsAsync(slug, stop)).FirstOrDefault(e => e.PublishedBy == "library" && e.Number <= number) is { } known ? definitions.Text(slug, known.Number) : null;
    }

    private IQueryable<Origin> Published() => db.Origins.AsNoTracking().Where(o => db.All.Any(d => d.Id == o.DraftId && d.State == DraftState.Published));

    private Origin Add(Origin origin)
    {
        db.Add(origin);
        return origin;
    }
}
