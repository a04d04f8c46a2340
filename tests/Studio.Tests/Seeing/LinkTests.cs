using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Madoguchi.Studio;
using Madoguchi.Studio.Outside;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.Seeing;

/// <summary>People outside the division see a draft by a link, comment, and can send nothing.</summary>
public sealed class LinkTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task Whoever_holds_the_link_sees_the_draft_and_comments_without_an_account(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("外に見せるアンケート", "ソトニミセルアンケート");
        var (home, id) = (clerk.Home(), clerk.Id());
        var key = (await clerk.AskAsync("公園の名前", "text", home)).Question();
        var path = await clerk.LinkAsync(home, "こども会連合会", Today(city).AddDays(7));
        Assert.Equal(1, await city.AuditedAsync("procedures.previewLinkMade", id));
        await clerk.GoAsync(home + "/links");
        Assert.Null(clerk.Page.QuerySelector(".studio-link"));

        using var holder = city.Visitor();
        using (var answer = await holder.AnswerAsync(path))
        {
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        }

        await holder.GoAsync(path);
        Assert.Equal("noindex", holder.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Contains("公園の名前", holder.Words);
        Assert.Contains("申し込みはできません", holder.Words);
        Assert.All(holder.Page.QuerySelectorAll("main form"), f => Assert.True(f.GetAttribute("method") == "dialog" || f.QuerySelector("[name=Body]") is not null));
        await holder.PressAsync("この質問にコメントする");
        Assert.Equal(key, holder.ValueOf("Question"));
        await holder.Fill(("Name", "会長"), ("Body", "<script>alert(1)</script>\nどの公園ですか。")).PressAsync("コメントを送る");
        Assert.Contains("コメントを受け取りました", holder.Words);
        Assert.DoesNotContain("どの公園ですか", holder.Words);

        await clerk.GoAsync($"{home}/edit/question/{key}");
        Assert.Contains("会長（リンクの人。名は本人が書いたもの）", clerk.Words);
        Assert.Contains("<script>alert(1)</script> どの公園ですか。", clerk.Words);
        Assert.Empty(clerk.Page.QuerySelectorAll("main script:not([src])"));
        await clerk.GoAsync("/staff/studio");
        Assert.Contains("コメント 1（外に見せるアンケート）", clerk.Words);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_link_that_was_ended_or_is_over_says_so_calmly_and_takes_no_comment(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("終わるアンケート", "オワルアンケート");
        var (home, id) = (clerk.Home(), clerk.Id());
        await clerk.AskAsync("一つ", "text", home);
        var path = await clerk.LinkAsync(home, "総務課", Today(city));
        using var holder = city.Visitor();
        await holder.GoAsync(path);
        holder.Fill(("Name", "総務"), ("Body", "間に合わない"));
        await clerk.GoAsync(home + "/links");
        await clerk.PressAsync("いますぐ止める");
        Assert.Contains("止めました", clerk.Words);
        await holder.PressAsync("コメントを送る");
        Assert.Equal(410, holder.Status);
        Assert.Contains("このリンクは使えなくなりました", holder.Words);
        Assert.Equal(1, await city.AuditedAsync("procedures.previewLinkEnded", id));

        var other = await clerk.LinkAsync(home, "企画課", Today(city).AddDays(3));
        await EndOfAsync(city, id, Today(city).AddDays(-1));
        await holder.GoAsync(other);
        Assert.Equal(410, holder.Status);
        Assert.True((await holder.AnswerAsync(other)).Headers.CacheControl!.NoStore);
        await using var scope = city.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<StudioDb>().Comments.CountAsync(c => c.DraftId == id));
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere_and_a_guess_finds_nothing()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("ひみつのアンケート", "ヒミツノアンケート");
        var (home, id) = (clerk.Home(), clerk.Id());
        var path = await clerk.LinkAsync(home, "一人", Today(city).AddDays(1));
        var secret = path.Split('/')[^1];
        await using var scope = city.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<StudioDb>().Links.SingleAsync(l => l.DraftId == id);
        Assert.NotEqual(secret, link.SecretHash);
        Assert.Equal(64, link.SecretHash.Length);
        Assert.Equal(0L, Convert.ToInt64(await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync("select count(*) from kernel_audit where details like @secret", default, ("@secret", $"%{secret}%"))));

        using var guest = city.Visitor();
        foreach (var guess in (string[])[secret[..31] + (secret[^1] == 'a' ? 'b' : 'a'), secret[..31], link.SecretHash, "x", id.ToString()])
        {
            await guest.GoAsync($"/draft-preview/{guess}");
            Assert.Equal(404, guest.Status);
        }

        await guest.GoAsync($"{path}/nowhere");
        Assert.Equal(404, guest.Status);
    }

    [Fact]
    public async Task Bad_links_and_comments_are_told_beside_the_field()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("あやまりのアンケート", "アヤマリノアンケート");
        var home = clerk.Home();
        await clerk.AskAsync("一つ", "text", home);
        foreach (var (name, day) in ((string, string)[])[("", "2026-13-99"), ("課", Day(Today(city).AddDays(-1))), ("課", Day(Today(city).AddDays(91))), (new string('長', 101), Day(Today(city)))])
        {
            await clerk.GoAsync(home + "/links");
            await clerk.Fill(("MadeFor", name), ("LastDay", day)).PressAsync("リンクを作る");
            Assert.Equal(400, clerk.Status);
            Assert.Equal(name, clerk.ValueOf("MadeFor"));
        }

        var path = await clerk.LinkAsync(home, "課", Today(city).AddDays(1));
        using var holder = city.Visitor();
        await holder.GoAsync(path);
        await holder.Fill(("Name", ""), ("Body", new string('あ', 1001))).PressAsync("コメントを送る");
        Assert.Equal(400, holder.Status);
        Assert.Contains("1000字まで", holder.Words);
        Assert.Equal(1001, holder.ValueOf("Body")!.Length);
        await holder.Fill(("Name", new string('名', 51)), ("Body", "文")).PressAsync("コメントを送る");
        Assert.Equal(400, holder.Status);
        holder.Page.QuerySelector("select[name=Question] option")!.SetAttribute("value", "nobody");
        await holder.Fill(("Name", "わたし"), ("Question", "nobody")).PressAsync("コメントを送る");
        Assert.Equal(400, holder.Status);
    }

    [Fact]
    public async Task Who_comes_too_often_waits()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("混むアンケート", "コムアンケート");
        var home = clerk.Home();
        await clerk.AskAsync("一つ", "text", home);
        var (path, other) = (await clerk.LinkAsync(home, "課", Today(city).AddDays(1)), await clerk.LinkAsync(home, "別の課", Today(city).AddDays(1)));
        using var holder = city.Visitor();
        await holder.GoAsync(path);
        for (var i = 0; i < CommentFromOutside.InAnHour; i++)
        {
            await holder.Fill(("Name", "わたし"), ("Body", $"その{i}")).PressAsync("コメントを送る");
            Assert.Equal(200, holder.Status);
        }

        await holder.Fill(("Name", "わたし"), ("Body", "もう一つ")).PressAsync("コメントを送る");
        Assert.Equal(400, holder.Status);
        Assert.Contains("しばらくしてから", holder.Words);
        var statuses = new List<int>();
        for (var i = 0; i < LookTurns.InAMinute; i++) statuses.Add((int)(await holder.AnswerAsync(path)).StatusCode);
        Assert.Equal(503, statuses[^1]);
        await holder.GoAsync(other);
        Assert.Equal(200, holder.Status);
    }

    private static DateOnly Today(DemoCity city) => city.Get<TimeProvider>().Today();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task EndOfAsync(DemoCity city, Guid draft, DateOnly day)
    {
        await using var scope = city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StudioDb>().Links.Where(l => l.DraftId == draft).ExecuteUpdateAsync(l => l.SetProperty(x => x.LastDay, day));
    }
}
