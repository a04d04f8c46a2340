using System.Collections.Concurrent;

namespace Madoguchi.Directory.Domain;

/// <summary>Tells the kernel who a staff account is today. Kept per day and roll, because every request asks.</summary>
internal sealed class StaffSource(DirectoryBook book, TimeProvider clock) : IActorSource
{
    private readonly ConcurrentDictionary<string, Known> known = new();

    public ActorKind Kind => ActorKind.Staff;

    public ValueTask<ActorFacts?> FindAsync(string id, CancellationToken stop)
    {
        var roll = book.Roll;
        var today = clock.Today();
        if (known.TryGetValue(id, out var kept) && kept.Day == today && kept.Roll == roll) return ValueTask.FromResult<ActorFacts?>(kept.Facts);
        if (roll.Member(id) is not { SignsIn: true } member) return ValueTask.FromResult<ActorFacts?>(null);

        var posts = roll.PostsOf(id, today).Concat(roll.PostsDeputisedBy(id, today)).ToList();
        // Of several posts one is enough; who belongs to no division, as an auditor, is not told of either.
        var divisions = posts.Select(p => p.Division).Append(member.Division).OfType<string>().Distinct().ToList();
        var discreet = divisions.Count == 0 || divisions.Any(d => roll.Division(d) is { ViewsUndisclosed: true });
        var facts = new ActorFacts(ActorKind.Staff, id, member.Name, member.Division, [.. posts.Select(p => p.Code)], [.. roll.GrantsOf(id, today)]) { Discreet = discreet };
        known[id] = new Known(today, roll, facts);
        return ValueTask.FromResult<ActorFacts?>(facts);
    }

    private sealed record Known(DateOnly Day, Roll Roll, ActorFacts Facts);
}
