using Madoguchi.Approvals.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Histories;

/// <summary>Finds one matter for the current actor: their own, their division's, or one they must concur with. Anything else is not there.</summary>
internal sealed class Matters(ApplicationsDb db, Actor actor, IApprovals approvals, ExpectedVersion expected)
{
    /// <summary>The matter to act on, tracked, in the version the caller has seen.</summary>
    /// <exception cref="NotFoundException">Not there, or not the actor's to see.</exception>
    public async Task<Application> ToActOnAsync(string number, CancellationToken stop)
    {
        var application = await FindAsync(db.All, number, stop);
        expected.Check(application.Version);
        return application;
    }

    /// <summary>Several matters to act on, in the order of their numbers.</summary>
    /// <exception cref="NotFoundException">One of them is not there, or not the actor's to see.</exception>
    public async Task<IReadOnlyList<Application>> ManyToActOnAsync(IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        var found = await db.VisibleTo(actor).Where(a => numbers.Contains(a.IntakeNumber)).OrderBy(a => a.IntakeNumber).ToListAsync(stop);
        return found.Count == numbers.Count ? found : throw new NotFoundException();
    }

    /// <summary>Several matters to read, in the order of their numbers.</summary>
    /// <exception cref="NotFoundException">One of them is not there, or not the actor's to see.</exception>
    public async Task<IReadOnlyList<Application>> ManyToReadAsync(IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        var found = await db.VisibleTo(actor).AsNoTracking().Where(a => numbers.Contains(a.IntakeNumber)).OrderBy(a => a.IntakeNumber).ToListAsync(stop);
        return found.Count == numbers.Count ? found : throw new NotFoundException();
    }

    /// <summary>The matter to read.</summary>
    /// <exception cref="NotFoundException">Not there, or not the actor's to see.</exception>
    public Task<Application> ToReadAsync(string number, CancellationToken stop) => FindAsync(db.All.AsNoTracking(), number, stop);

    /// <summary>Whether the actor may see the matter.</summary>
    public async Task<bool> MaySeeAsync(string number, CancellationToken stop) =>
        await db.VisibleTo(actor).AnyAsync(a => a.IntakeNumber == number, stop) || await ConcursAsync(number, stop);

    private async Task<Application> FindAsync(IQueryable<Application> applications, string number, CancellationToken stop)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        if (!IntakeNumber.TryParse(number, null, out var parsed)) throw new NotFoundException();
        var canonical = parsed.ToString();
        var found = await db.VisibleTo(actor, applications).FirstOrDefaultAsync(a => a.IntakeNumber == canonical, stop);
        if (found is null && await ConcursAsync(canonical, stop)) found = await applications.FirstOrDefaultAsync(a => a.IntakeNumber == canonical, stop);
        return found ?? throw new NotFoundException();
    }

    private async Task<bool> ConcursAsync(string number, CancellationToken stop) =>
        actor.IsStaff && actor.Posts.Count > 0 && await approvals.InvolvesAsync(number, actor.Posts, stop);
}
