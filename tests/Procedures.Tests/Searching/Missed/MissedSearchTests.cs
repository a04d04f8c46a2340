using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Search.Missed;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Procedures.Tests.Searching.Missed;

/// <summary>見つからなかった検索: counted without anybody's name, and turned into words that find.</summary>
public sealed class MissedSearchTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_search_in_vain_becomes_a_word_that_finds_at_once(string database)
    {
        var city = await cities.On(database);
        for (var i = 0; i < 2; i++) Assert.DoesNotContain("sodai-gomi", await SearchAsync(city, "カラオケ"));
        using var dx = await OfficerAsync(city, "dx");
        await dx.PressAsync("見つからなかった検索");
        Assert.Contains("2回", Row(dx, "カラオケ"));

        await dx.PressAsync("キーワードに加える（カラオケ）");
        await dx.Fill("Slug", "sodai-gomi").PressAsync("キーワードに加える");
        Assert.Contains("キーワードに加えました", dx.Words);
        Assert.Contains("粗大ごみ", Row(dx, "カラオケ"));
        Assert.Contains("sodai-gomi", await SearchAsync(city, "カラオケ"));
        Assert.Equal(1, await AuditedAsync(city, "procedures.wordAdded", "sodai-gomi"));

        await city.RestartAsync();
        Assert.Contains("sodai-gomi", await SearchAsync(city, "からおけ"));
        using var again = await OfficerAsync(city, "dx");
        await again.GoAsync("/staff/searches");
        await again.PressAsync("外す（カラオケ）");
        Assert.Contains("キーワードを外しました", again.Words);
        Assert.DoesNotContain("sodai-gomi", await SearchAsync(city, "カラオケ"));
        Assert.Equal(1, await AuditedAsync(city, "procedures.wordRemoved", "sodai-gomi"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_no_procedure_answers_is_set_aside_and_stays_aside(string database)
    {
        var city = await cities.On(database);
        await SearchAsync(city, "宝くじ");
        using var dx = await OfficerAsync(city, "dx");
        await dx.GoAsync("/staff/searches");
        await dx.PressAsync("対象外にする（宝くじ）");
        Assert.Contains("対象外にしました", dx.Words);
        Assert.DoesNotContain("宝くじ", dx.Words);
        await SearchAsync(city, "宝くじ");
        await dx.GoAsync("/staff/searches");
        Assert.DoesNotContain("宝くじ", dx.Words);
        Assert.Equal(1, await AuditedAsync(city, "procedures.searchDismissed", "宝くじ"));
    }

    [Fact]
    public async Task Only_a_search_in_vain_is_counted_and_nothing_personal()
    {
        var city = await cities.On("sqlite");
        using var hanako = city.Visitor();
        await hanako.GoAsync("/search?q=粗大ごみ&audience=business&lifeEvent=death");
        Assert.Contains("手続が見つかりません", hanako.Words);
        using var caller = city.Caller();
        await caller.GetAsync("/search/suggest?q=bitcoin", TestContext.Current.CancellationToken);
        await hanako.GoAsync("/search?q=090-1234-5678");
        await hanako.GoAsync("/search?q=ラーメン");
        await city.Get<MissedSearches>().FlushAsync(TestContext.Current.CancellationToken);
        var kept = await RowsAsync(city, db => db.MissedSearches.Select(s => s.Words));
        Assert.Contains("ラーメン", kept);
        Assert.DoesNotContain("bitcoin", kept);
        Assert.DoesNotContain("粗大ごみ", kept);
        Assert.DoesNotContain(kept, w => w.Contains("1234"));
    }

    [Fact]
    public async Task Words_are_for_those_who_look_after_the_procedure()
    {
        var city = await cities.On("sqlite");
        await SearchAsync(city, "asdfgh");
        using var clerk = await OfficerAsync(city, "clerk");
        Assert.DoesNotContain("見つからなかった検索", clerk.Page.Body!.TextContent);
        await clerk.GoAsync("/staff/searches");
        Assert.Equal(403, clerk.Status);

        using var manager = await OfficerAsync(city, "manager");
        await manager.GoAsync("/staff/searches");
        await manager.PressAsync("キーワードに加える（asdfgh）");
        var offered = manager.Page.QuerySelectorAll("select[name=Slug] option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains("jido-teate-nintei", offered);
        Assert.DoesNotContain("sodai-gomi", offered);

        var select = manager.Page.QuerySelector("select[name=Slug]")!;
        select.InnerHtml = "<option value='sodai-gomi' selected>";
        await manager.PressAsync("キーワードに加える");
        Assert.Equal(403, manager.Status);
    }

    [Fact]
    public async Task What_cannot_be_a_word_is_said_beside_the_field()
    {
        var city = await cities.On("sqlite");
        await SearchAsync(city, "熱気球大会");
        using var dx = await OfficerAsync(city, "dx");
        await dx.GoAsync("/staff/searches");
        await dx.PressAsync("キーワードに加える（熱気球大会）");
        await dx.Fill("Word", "090-1234-5678").PressAsync("キーワードに加える");
        Assert.Equal(400, dx.Status);
        Assert.Contains("検索の言葉を60文字以内で入力してください", dx.Words);
        Assert.Contains("手続を選んでください。", dx.Words);
        await dx.Fill(("Word", "そだいごみ"), ("Slug", "sodai-gomi")).PressAsync("キーワードに加える");
        Assert.Contains("すでにその手続のキーワードです", dx.Words);
        Assert.Equal("そだいごみ", dx.ValueOf("Word"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_word_added_on_another_node_finds_here_soon(string database)
    {
        var city = await cities.On(database);
        await city.Get<IServiceScopeFactory>().RunAsync(services =>
        {
            services.GetRequiredService<ProceduresDb>().Add(new CityWord { Id = Guid.CreateVersion7(), Slug = "sodai-gomi", Word = "プロ野球", AddedAt = DateTime.UtcNow, AddedBy = "dx" });
            return Task.CompletedTask;
        });
        Assert.DoesNotContain("sodai-gomi", await SearchAsync(city, "プロ野球"));
        await city.Get<CityWordWatch>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Contains("sodai-gomi", await SearchAsync(city, "プロ野球"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Beyond_the_most_the_rarest_and_oldest_leave_and_all_after_180_days(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var day = Today;
        await AddAsync(city, 5000, ("つの", day, 3), ("ふるい", day, 1), ("いちど", day.AddDays(1), 1));
        await AddAsync(city, 5000, ("つの", day.AddDays(2), 4));
        var kept = await RowsAsync(city, db => db.MissedSearches.Where(s => s.Words == "つの"));
        Assert.Equal([(7L, day, day.AddDays(2))], kept.Select(s => (s.Searches, s.FirstOn, s.LastOn)));
        await AddAsync(city, 2);
        Assert.Equal(["いちど", "つの"], (await RowsAsync(city, db => db.MissedSearches.Select(s => s.Words))).Order(StringComparer.Ordinal));

        await SweepAsync(city, day.AddDays(1 + 180));
        Assert.Equal(["つの"], await RowsAsync(city, db => db.MissedSearches.Select(s => s.Words)));
        await SweepAsync(city, day.AddDays(3 + 180));
        Assert.Empty(await RowsAsync(city, db => db.MissedSearches));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_long_list_goes_on_page_by_page(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await AddAsync(city, 5000, [.. Enumerable.Range(1, 51).Select(i => ($"ことば{i}", Today, (long)i))]);
        using var dx = await OfficerAsync(city, "dx");
        await dx.GoAsync("/staff/searches");
        Assert.Equal("ことば51", dx.Page.QuerySelector("tbody th")!.TextContent);
        Assert.Equal(50, dx.Page.QuerySelectorAll("tbody tr").Length);
        await dx.PressAsync("次");
        Assert.Equal(["ことば1"], dx.Page.QuerySelectorAll("tbody th").Select(t => t.TextContent));
    }

    // Of the city's own clock: its sweep looks at the start, and takes what is old.
    private static DateOnly Today => TimeProvider.System.Today();

    private static async Task<string> SearchAsync(DemoCity city, string words)
    {
        using var somebody = city.Visitor();
        await somebody.GoAsync($"/search?q={Uri.EscapeDataString(words)}");
        await city.Get<MissedSearches>().FlushAsync();
        return somebody.Page.QuerySelector("main")!.InnerHtml;
    }

    private static async Task<Visitor> OfficerAsync(DemoCity city, string account)
    {
        var officer = city.Visitor();
        return await officer.SignInAsync(account, "/staff/sign-in");
    }

    private static string Row(Visitor visitor, string words) => visitor.Page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent == words).TextContent;

    private static Task AddAsync(DemoCity city, int most, params (string, DateOnly, long)[] sums) =>
        city.Get<IServiceScopeFactory>().RunAsync(services => MissedSearchRows.AddAsync(services.GetRequiredService<Database>(), sums, default, most));

    private static async Task SweepAsync(DemoCity city, DateOnly day)
    {
        using var sweep = new MissedSearchSweep(city.Get<CityStore>(), new ClockAt(day.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc)), NullLogger<MissedSearchSweep>.Instance);
        await sweep.SweepAsync(default);
    }

    private static async Task<List<T>> RowsAsync<T>(DemoCity city, Func<ProceduresDb, IQueryable<T>> ask)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ProceduresDb>()).ToListAsync();
    }

    private static async Task<int> AuditedAsync(DemoCity city, string action, string subject)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return Convert.ToInt32(await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync(
            "select count(*) from kernel_audit where action = @action and subject_id = @subject", default, ("@action", action), ("@subject", subject)));
    }
}
