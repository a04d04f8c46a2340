using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

namespace Residents.Tests.Looked;

/// <summary>私の情報を見た記録.</summary>
public sealed class LookedTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_resident_sees_which_division_looked_when_and_what_for_but_never_who(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var number = await SubmitAsync(city);
        await LookAsync(city, number);
        using var hanako = await SignedInAsync(city, "hanako");
        await hanako.GoAsync("/my/looked");
        Assert.Contains("表示する記録はありません。", hanako.Words);

        await AgeAsync(city, days: 8);
        await hanako.GoAsync("/my/account");
        await hanako.PressAsync("私の情報を見た記録を開く");
        Assert.Single(hanako.Page.QuerySelectorAll("main dl"));
        Assert.Contains("子育て支援課", hanako.Words);
        Assert.Contains("申請に関する事務のため", hanako.Words);
        Assert.Contains("児童手当法", hanako.Words);
        Assert.Contains(number, hanako.Words);
        var officer = (await city.Get("manager", "/api/v1/me")).Body.GetProperty("name").GetString()!;
        Assert.DoesNotContain(officer, hanako.Page.Body!.TextContent);
        Assert.DoesNotContain("manager", hanako.Page.Body.InnerHtml);

        await hanako.PressAsync("この閲覧について照会する");
        Assert.Contains("私の情報を見た目的を教えてください。", hanako.ValueOf("body"));
        await hanako.PressAsync("送る");
        Assert.Contains("担当課との連絡", hanako.Words);
        Assert.Contains("私の情報を見た目的を教えてください。", hanako.Words);

        using var taro = await SignedInAsync(city, "taro");
        await taro.GoAsync("/my/looked");
        Assert.DoesNotContain("子育て支援課", taro.Words);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_would_defeat_its_purpose_is_not_told(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await SqlAsync(city, "update directory_divisions set views_undisclosed = @yes where code = 'kosodate'", ("@yes", true));
        await city.RestartAsync();
        await LookAsync(city, await SubmitAsync(city), told: false);
        await AgeAsync(city, days: 8);
        using var hanako = await SignedInAsync(city, "hanako");
        await hanako.GoAsync("/my/looked");
        Assert.Equal(200, hanako.Status);
        Assert.Empty(hanako.Page.QuerySelectorAll("main dl"));
    }

    [Fact]
    public async Task Only_residents_read_it_and_a_cursor_of_somebody_elses_making_is_refused()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = city.Visitor();
        await clerk.SignInAsync("clerk", "/staff/sign-in");
        await clerk.GoAsync("/my/looked");
        Assert.DoesNotContain("私の情報を見た記録", clerk.Page.QuerySelector("main")?.TextContent ?? "");
        using var hanako = await SignedInAsync(city, "hanako");
        await hanako.GoAsync("/my/looked?after=x%27or%271");
        Assert.Equal(400, hanako.Status);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Many_looks_go_on_page_by_page(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await using var scope = city.Services.CreateAsyncScope();
        var looks = scope.ServiceProvider.GetRequiredService<Looks>();
        var now = DateTime.UtcNow;
        for (var i = 0; i < 5; i++)
        {
            await SqlAsync(city, "insert into kernel_audit (id, at, actor_kind, actor_id, action, subject_kind, subject_id, details, concerns) values (@id, @at, 'staff', 'clerk', 'view', 'application', @n, '{}', 'hanako')",
                ("@id", Guid.CreateVersion7()), ("@at", now.AddDays(-9 - i)), ("@n", $"{i}"));
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            (var page, after) = await looks.OfAsync("hanako", now.AddDays(-7), after, 2, default);
            seen.AddRange(page.Select(l => l.SubjectId));
        }
        while (after is not null);
        Assert.Equal(["0", "1", "2", "3", "4"], seen);
    }

    private static async Task<string> SubmitAsync(DemoCity city)
    {
        var procedure = (await city.Get(null, "/api/v1/procedures/jido-teate-nintei")).Body;
        var (status, body) = await city.Post("hanako", "/api/v1/procedures/jido-teate-nintei/applications", new { answers = procedure.GetProperty("example") });
        Assert.Equal(201, status);
        return body.GetProperty("intakeNumber").GetString()!;
    }

    // Views are written within a second.
    private static async Task LookAsync(DemoCity city, string number, bool told = true)
    {
        for (var i = 0; i < 2; i++) Assert.Equal(200, (await city.Get("manager", $"/api/v1/applications/{number}")).Status);
        await Eventually.See(async () => await SqlAsync(city, $"select count(*) from kernel_audit where action = 'view' and subject_id = @n and concerns {(told ? "= 'hanako'" : "is null")}", ("@n", number)) is 2L ? "" : null, "both looks are in the trail");
    }

    private static Task AgeAsync(DemoCity city, int days) => SqlAsync(city, "update kernel_audit set at = @at where action = 'view'", ("@at", DateTime.UtcNow.AddDays(-days)));

    private static async Task<object?> SqlAsync(DemoCity city, string sql, params (string, object)[] parameters)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync(sql, default, parameters);
    }

    private static async Task<Visitor> SignedInAsync(DemoCity city, string account) => await city.Visitor().SignInAsync(account, "/sign-in");
}
