using Madoguchi.Kernel.Rules;

namespace Madoguchi.Kernel.People;

/// <summary>The kinds of those who act.</summary>
public enum ActorKind
{
    Anonymous,
    Resident,
    Staff,

    /// <summary>The program itself: workers, timed work.</summary>
    System,
}

/// <summary>A permission and where it holds.</summary>
/// <param name="Permission">Such as <c>applications.review</c>.</param>
/// <param name="Divisions">Codes of divisions; null means the whole city.</param>
public sealed record Grant(string Permission, IReadOnlyCollection<string>? Divisions);

/// <summary>What is known of an account that acts; from Directory (staff) or Residents.</summary>
/// <param name="Id">Account id, such as <c>clerk</c> or <c>hanako</c>.</param>
/// <param name="Name">Name shown to colleagues, never to residents when staff.</param>
/// <param name="Division">Own division's code; null for residents.</param>
/// <param name="Posts">Codes of the posts held or deputised now.</param>
/// <param name="Grants">What the posts may do.</param>
public sealed record ActorFacts(ActorKind Kind, string Id, string Name, string? Division, IReadOnlyList<string> Posts, IReadOnlyList<Grant> Grants)
{
    /// <summary>Residents are never told that this account looked at their data: the work of its division would be defeated.</summary>
    public bool Discreet { get; init; }

    public static readonly ActorFacts Anonymous = new(ActorKind.Anonymous, "", "", null, [], []);
    public static readonly ActorFacts System = new(ActorKind.System, "system", "System", null, [], []);
}

/// <summary>Gives the facts of an account; implemented by Directory (staff) and Residents. Must be cheap: it runs on every request.</summary>
public interface IActorSource
{
    ActorKind Kind { get; }

    /// <summary>Null when there is no such account, or it is closed.</summary>
    ValueTask<ActorFacts?> FindAsync(string id, CancellationToken stop);
}

/// <summary>Who acts in this request or unit of work, and what they may do.</summary>
public sealed class Actor
{
    public ActorFacts Facts { get; private set; } = ActorFacts.Anonymous;

    public ActorKind Kind => Facts.Kind;

    public string Id => Facts.Id;

    public string Name => Facts.Name;

    public string? Division => Facts.Division;

    public IReadOnlyList<string> Posts => Facts.Posts;

    public bool IsStaff => Kind == ActorKind.Staff;

    public bool IsResident => Kind == ActorKind.Resident;

    /// <summary>Fixed once, by the sign-in middleware or the worker.</summary>
    public void Become(ActorFacts facts) => Facts = facts;

    /// <summary>Whether the permission is held, in this division (or anywhere when null).</summary>
    public bool May(string permission, string? division = null) =>
        Facts.Grants.Any(g => g.Permission == permission && (division is null || g.Divisions is null || g.Divisions.Contains(division)));

    /// <summary>Divisions in which the permission is held: null for the whole city, empty for none.</summary>
    public IReadOnlyCollection<string>? DivisionsFor(string permission)
    {
        var grants = Facts.Grants.Where(g => g.Permission == permission).ToList();
        return grants.Any(g => g.Divisions is null) ? null : [.. grants.SelectMany(g => g.Divisions!).Distinct()];
    }

    /// <summary>Ends the act unless the permission is held.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in: 401.</exception>
    /// <exception cref="ForbiddenException">Not held: 403.</exception>
    public void Require(string permission, string? division = null)
    {
        if (Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        if (!May(permission, division)) throw new ForbiddenException();
    }

    /// <summary>Ends the act unless a resident is signed in.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in: 401.</exception>
    /// <exception cref="ForbiddenException">Staff: 403.</exception>
    public void RequireResident()
    {
        if (Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        if (!IsResident) throw new ForbiddenException();
    }

    /// <summary>Ends the act unless a staff member is signed in.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in: 401.</exception>
    /// <exception cref="ForbiddenException">A resident: 403.</exception>
    public void RequireStaff()
    {
        if (Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        if (!IsStaff) throw new ForbiddenException();
    }
}

/// <summary>A use case anybody may call, or one that limits itself by ownership alone; read by Architecture.Tests.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyoneAttribute : Attribute;
