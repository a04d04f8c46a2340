using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.StaffList;

/// <summary>Colleagues, of one division or of the city: to assign matters, to know whom to ask.</summary>
internal sealed class ListStaff(IDirectory directory, Actor actor, TimeProvider clock)
{
    internal sealed record Item(string Id, string Name, string Kana, string? Post, DivisionRef? Division);

    internal sealed record Page(IReadOnlyList<Item> Items, string? Next);

    public Page Run(string? division, int? limit, string? after)
    {
        actor.Require(DirectoryPermissions.View);

        var today = clock.Today();
        var all = directory.StaffOf(string.IsNullOrEmpty(division) ? null : division);
        var from = after is null ? all : [.. all.SkipWhile(s => s.Id != after).Skip(1)];
        var page = from.Take(PageLimit.Of(limit)).ToList();
        var people = directory.NamesOf(page.Select(s => s.Id), today);
        return new Page(
            [.. page.Select(s => new Item(s.Id, s.Name, s.Kana, people[s.Id].Post, s.Division is null ? null : directory.Division(s.Division)?.Ref))],
            page.Count < from.Count ? page[^1].Id : null);
    }
}
