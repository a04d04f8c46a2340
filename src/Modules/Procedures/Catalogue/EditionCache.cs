using System.Collections.Concurrent;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>Compiled editions that were asked for; the longest unused give way, so that a thousand procedures do not stay in memory.</summary>
internal sealed class EditionCache(Func<string, int, ProcedureEdition?> load, int most = EditionCache.Most)
{
    private const int Most = 300;
    private readonly ConcurrentDictionary<(string Slug, int Number), Kept> kept = new();
    private readonly Lock loading = new();

    /// <summary>The edition, or null when there is none; what is not there is not remembered.</summary>
    public ProcedureEdition? Get(string slug, int number)
    {
        if (kept.TryGetValue((slug, number), out var known)) return known.Use();
        lock (loading)
        {
            if (kept.TryGetValue((slug, number), out known)) return known.Use();
            if (load(slug, number) is not { } edition) return null;
            if (kept.Count >= most) MakeRoom();
            return (kept[(slug, number)] = new Kept(edition)).Use();
        }
    }

    private void MakeRoom()
    {
        foreach (var (key, _) in kept.OrderBy(k => k.Value.UsedAt).Take(most / 4).ToList()) kept.TryRemove(key, out _);
    }

    private sealed class Kept(ProcedureEdition edition)
    {
        public long UsedAt { get; private set; }

        public ProcedureEdition Use()
        {
            UsedAt = Environment.TickCount64;
            return edition;
        }
    }
}
