using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain;

namespace Directory.Tests.Domain;

public sealed class RollTests
{
    private static readonly DateOnly Before = new(2026, 3, 31);
    private static readonly DateOnly After = new(2026, 4, 1);

    private readonly Roll roll = new(
        new City(),
        [new NamedAuthority("mayor", "みなと台市長", "mayor"), new NamedAuthority("road", "道路管理者 みなと台市長", "mayor")],
        [],
        [new Post("mayor", "市長", null, "mayor"), new Post("a.chief", "係長", "a", "chief"), new Post("a.manager", "課長", "a", "manager")],
        [Member("old"), Member("new"), Member("manager")],
        [
            new Holding("mayor", "old", new(2022, 4, 1), Before), new Holding("mayor", "new", After, null),
            new Holding("a.manager", "manager", new(2022, 4, 1), null), new Holding("a.chief", "old", After, null),
        ],
        [
            new PostGrant("a.manager", "x.own", "own"), new PostGrant("a.manager", "x.city", "city"),
            new PostGrant("a.manager", "x.listed", "b c"), new PostGrant("mayor", "x.own", "own"),
        ],
        [new Delegation("a.manager", "a.chief", new(2020, 1, 1), new DateOnly(2026, 12, 31)), new Delegation("mayor", "a.manager", After, null)],
        [new Town("000-0001", "港町", "ミナトチョウ"), new Town("000-0001", "波町", "ナミチョウ")]);

    [Theory]
    [InlineData("2026-03-31", "old")]
    [InlineData("2026-04-01", "new")]
    public void A_notice_bears_the_name_of_the_holder_on_its_day(string day, string name)
    {
        Assert.Equal(name, roll.Authority("mayor", DateOnly.Parse(day))!.HolderName);
        Assert.Equal(name, roll.Authority("道路管理者みなと台市長", DateOnly.Parse(day))!.HolderName);
    }

    [Fact]
    public void Nobody_held_the_post_before_the_first_day_and_an_unknown_authority_is_none()
    {
        Assert.Null(roll.Authority("mayor", new(2022, 3, 31))!.HolderName);
        Assert.Null(roll.Authority("福祉事務所長", After));
    }

    [Fact]
    public void Grants_hold_in_the_own_division_in_the_listed_ones_or_in_the_city()
    {
        var grants = roll.GrantsOf("manager", After).ToDictionary(g => g.Permission, g => g.Divisions);
        Assert.Equal(["a"], grants["x.own"]);
        Assert.Equal(["b", "c"], grants["x.listed"]);
        Assert.Null(grants["x.city"]);
        Assert.Empty(Assert.Single(roll.GrantsOf("new", After)).Divisions!);
    }

    [Fact]
    public void A_grant_ends_with_the_post()
    {
        Assert.NotEmpty(roll.GrantsOf("old", Before));
        Assert.DoesNotContain(roll.GrantsOf("old", After), g => g.Permission == "x.own");
    }

    [Fact]
    public void Deputies_act_between_their_days_and_are_not_the_holders()
    {
        Assert.Empty(roll.DeputiesOf("a.manager", Before));
        Assert.Equal("old", Assert.Single(roll.DeputiesOf("a.manager", After)).Id);
        Assert.Empty(roll.DeputiesOf("a.manager", new(2027, 1, 1)));
        Assert.Equal("a.manager", Assert.Single(roll.PostsDeputisedBy("old", After)).Code);
        Assert.Equal("mayor", Assert.Single(roll.PostsDeputisedBy("manager", After)).Code);
        Assert.Empty(roll.PostsDeputisedBy("manager", Before));
    }

    [Fact]
    public void A_person_is_shown_with_the_post_of_the_day()
    {
        Assert.Equal(new PersonRef("old", "old", "市長"), roll.Person("old", Before));
        Assert.Equal(new PersonRef("old", "old", "係長"), roll.Person("old", After));
        Assert.Equal(new PersonRef("new", "new", null), roll.Person("new", Before));
        Assert.Null(roll.Person("nobody", After));
    }

    [Fact]
    public void Towns_are_found_by_postal_code_in_any_notation()
    {
        Assert.Equal(["港町", "波町"], roll.TownsOf("０００－０００１").Select(t => t.Name));
        Assert.Empty(roll.TownsOf("1000001"));
    }

    private static StaffMember Member(string id) => new(id, id, "", null, true);
}
