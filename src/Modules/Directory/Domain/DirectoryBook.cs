using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Domain;

/// <summary>The open book: the newest roll, swapped as a whole.</summary>
internal sealed class DirectoryBook(TimeProvider clock) : IDirectory
{
    private volatile Roll roll = Roll.Empty;
    private volatile City city = Roll.Empty.City;

    public City City => city;

    public IReadOnlyList<Division> Divisions => roll.Divisions;

    public IReadOnlyList<Town> Towns => roll.Towns;

    public Roll Roll => roll;

    public void Open(Roll newer)
    {
        roll = newer;
        city = newer.City with { Shown = city.Shown };
    }

    /// <summary>The name pages show from now on; null: the city's own.</summary>
    public void Show(ShownName? name) => city = city with { Shown = name };

    public Division? Division(string code) => roll.Division(code);

    public StaffMember? Staff(string id) => roll.Member(id);

    public IReadOnlyList<StaffMember> StaffOf(string? division) => [.. roll.Staff.Where(s => s.SignsIn && (division is null || s.Division == division))];

    public IReadOnlyDictionary<string, PersonRef> NamesOf(IEnumerable<string> ids, DateOnly? on = null)
    {
        var day = on ?? clock.Today();
        var current = roll;
        return ids.Distinct().Select(id => current.Person(id, day)).OfType<PersonRef>().ToDictionary(p => p.Id);
    }

    public Post? Post(string code) => roll.Post(code);

    public IReadOnlyList<Post> PostsOf(string staffId, DateOnly on) => [.. roll.PostsOf(staffId, on)];

    public IReadOnlyList<Post> PostsDeputisedBy(string staffId, DateOnly on) => [.. roll.PostsDeputisedBy(staffId, on)];

    public IReadOnlyList<PersonRef> HoldersOf(string postCode, DateOnly on) => [.. roll.HoldersOf(postCode, on)];

    public IReadOnlyList<PersonRef> DeputiesOf(string postCode, DateOnly on) => [.. roll.DeputiesOf(postCode, on)];

    public IReadOnlyList<Grant> GrantsOf(string staffId, DateOnly on) => [.. roll.GrantsOf(staffId, on)];

    public Authority? Authority(string codeOrTitle, DateOnly on) => roll.Authority(codeOrTitle, on);

    public IReadOnlyList<Town> TownsOf(string postalCode) => [.. roll.TownsOf(postalCode)];
}
