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

        var posts = roll.PostsOf(id, today).Concat(roll.PostsDeputisedBy(id, today)).Select(p => p.Code).ToList();
        var facts = new ActorFacts(ActorKind.Staff, id, member.Name, member.Division, posts, [.. roll.GrantsOf(id, today)]);
        known[id] = new Known(today, roll, facts);
        return ValueTask.FromResult<ActorFacts?>(facts);
    }

    private sealed record Known(DateOnly Day, Roll Roll, ActorFacts Facts);
}
