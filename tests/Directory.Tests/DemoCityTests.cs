using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace Directory.Tests;

public sealed class DemoCityTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private IDirectory Directory => city.Get<IDirectory>();

    [Fact]
    public void The_demo_city_has_its_divisions_and_accounts()
    {
        Assert.Equal("999997", Directory.City.LgCode);
        Assert.Equal("潮見県知事", Directory.City.ReviewingAuthorities.Governor);
        Assert.Equal(["kosodate", "kaigo", "shimin", "saigai", "doro", "gesui", "toshi", "bunsho", "dx"], Directory.Divisions.Take(9).Select(d => d.Code));
        Assert.Equal("み子支", Directory.Division("kosodate")!.DocumentSymbol);
        string[] accounts =
        [
            "clerk", "chief", "manager", "kaigo-clerk", "kaigo-chief", "kaigo-manager", "citizen-clerk", "citizen-chief", "citizen-manager",
            "disaster-clerk", "disaster-chief", "disaster-manager", "road-clerk", "road-chief", "road-manager",
            "sewer-manager", "planning-manager", "director", "records", "dx", "admin", "auditor",
        ];
        Assert.Empty(accounts.Except(Directory.StaffOf(null).Select(s => s.Id)));
        Assert.Equal(40, Directory.Towns.Count);
    }

    [Theory]
    [InlineData("kosodate.manager", "manager")]
    [InlineData("doro.chief", "road-chief")]
    [InlineData("gesui.manager", "sewer-manager")]
    [InlineData("director", "director")]
    public void Every_post_of_a_route_has_its_holder(string post, string holder) =>
        Assert.Equal(holder, Assert.Single(Directory.HoldersOf(post, Day)).Id);

    [Fact]
    public void A_chief_may_act_for_the_absent_manager() =>
        Assert.Equal("chief", Assert.Single(Directory.DeputiesOf("kosodate.manager", Day)).Id);

    [Theory]
    [InlineData("clerk", "applications.review", "kosodate")]
    [InlineData("road-manager", "approvals.act", "doro")]
    [InlineData("director", "approvals.act", "kosodate kaigo")]
    [InlineData("records", "notices.view", null)]
    [InlineData("auditor", "audit.view", null)]
    public void Posts_may_do_what_their_work_needs(string staff, string permission, string? divisions)
    {
        var grant = Assert.Single(Directory.GrantsOf(staff, Day), g => g.Permission == permission);
        Assert.Equal(divisions, grant.Divisions is null ? null : string.Join(' ', grant.Divisions));
    }

    [Theory]
    [InlineData("admin", "audit.view")]
    [InlineData("admin", "applications.view")]
    [InlineData("sewer-manager", "applications.view")]
    [InlineData("auditor", "applications.review")]
    public void And_no_more(string staff, string permission) =>
        Assert.DoesNotContain(Directory.GrantsOf(staff, Day), g => g.Permission == permission);

    [Fact]
    public void The_mayor_of_the_day_signs_and_cannot_sign_in()
    {
        Assert.Equal("汐見 遥", Directory.Authority("みなと台市長", Day)!.HolderName);
        Assert.Equal("入江 正文", Directory.Authority("道路管理者みなと台市長", new(2023, 4, 29))!.HolderName);
        Assert.DoesNotContain(Directory.StaffOf(null), s => s.Id == "mayor");
    }

    [Fact]
    public async Task A_clerk_sees_the_colleagues_of_a_division()
    {
        var (status, body) = await city.Get("clerk", "/api/v1/staff?division=doro");
        Assert.Equal(200, status);
        Assert.Equal(["road-clerk", "road-chief", "road-manager"], body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        var first = body.GetProperty("items")[0];
        Assert.Equal("係員", first.GetProperty("post").GetString());
        Assert.Equal("道路管理課", first.GetProperty("division").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var (_, body) = await city.Get("admin", $"/api/v1/staff?limit=7{(after == "" ? "" : $"&after={after}")}");
            seen.AddRange(body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            after = body.GetProperty("next").GetString();
        }

        using var demo = JsonDocument.Parse(File.ReadAllText(Repository.File("demo", "staff.json")));
        var signingIn = demo.RootElement.GetProperty("staff").EnumerateArray().Count(s => s.GetProperty("signsIn").GetBoolean());
        Assert.Equal(signingIn, seen.Distinct().Count());
        Assert.Equal(signingIn, seen.Count);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("nobody", 401)]
    [InlineData("mayor", 401)]
    [InlineData("hanako", 403)]
    public async Task Others_do_not(string? account, int expected)
    {
        var (status, _) = await city.Get(account, "/api/v1/staff");
        Assert.Equal(expected, status);
    }
}
