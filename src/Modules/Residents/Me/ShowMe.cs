using Madoguchi.Directory.Contracts;
using Madoguchi.Residents.Contracts;

namespace Madoguchi.Residents.Me;

/// <summary>Who the caller is and what they may do; each sees only themselves.</summary>
[Anyone]
internal sealed class ShowMe(Actor actor, IResidents residents, IDirectory directory, TimeProvider clock)
{
    /// <param name="Kind"><c>resident</c> or <c>staff</c>.</param>
    /// <param name="AccountKind"><c>person</c> or <c>company</c>; null for staff.</param>
    internal sealed record Me(
        string Id, string Name, ActorKind Kind, AccountKind? AccountKind, string? Post, DivisionRef? Division, NoticeBy? NoticeBy, IReadOnlyList<string> Permissions);

    public async ValueTask<Me> RunAsync(CancellationToken stop) =>
        actor.IsStaff ? Staff() : Resident(await residents.Of(actor.Id, stop) ?? throw new NotFoundException());

    public static Me Resident(ResidentAccount account) =>
        new(account.Id, account.FullName, ActorKind.Resident, account.Kind, null, null, account.NoticeBy, []);

    private Me Staff() => new(
        actor.Id, actor.Name, ActorKind.Staff, null,
        directory.PostsOf(actor.Id, clock.Today()).FirstOrDefault()?.Name,
        actor.Division is null ? null : directory.Division(actor.Division)?.Ref,
        null,
        [.. actor.Facts.Grants.Select(g => g.Permission).Distinct().Order(StringComparer.Ordinal)]);
}
