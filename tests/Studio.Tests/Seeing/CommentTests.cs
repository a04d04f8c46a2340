using Madoguchi.Testing;
using Madoguchi.Testing.Servers;

namespace Studio.Tests.Seeing;

/// <summary>Officers talk about a question beside it.</summary>
public sealed class CommentTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_comment_stands_beside_its_question_until_it_is_done(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("話すアンケート", "ハナスアンケート");
        var (home, id) = (clerk.Home(), clerk.Id());
        var key = (await clerk.AskAsync("職業", "text", home)).Question();
        using var chief = await city.OfficerAsync("koho-chief");
        await chief.GoAsync($"{home}/edit/question/{key}");
        await chief.Fill("Body", "なくてもよいのでは").PressAsync("コメントする");
        Assert.Contains("関口 淳", chief.Words);

        await clerk.GoAsync(home);
        await clerk.PressAsync("コメント 1（職業）");
        Assert.Contains("なくてもよいのでは", clerk.Words);
        await clerk.PressAsync("済みにする（関口 淳");
        Assert.Contains("済み（宮本 灯）", clerk.Words);
        Assert.Equal(1, await city.AuditedAsync("procedures.commentDone", id));
        await clerk.GoAsync(home);
        Assert.DoesNotContain("コメント 1", clerk.Words);

        await clerk.GoAsync(home + "/comments");
        Assert.Contains("設問「職業」について", clerk.Words);
        await clerk.PressAsync("済みを取り消す");
        await clerk.Fill("Body", "全体に短い").PressAsync("コメントする");
        await clerk.GoAsync(home);
        Assert.Contains("コメント 2", clerk.Words);
    }

    [Fact]
    public async Task Empty_and_endless_comments_are_told_and_others_divisions_do_not_read_them()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("長い話のアンケート", "ナガイハナシノアンケート");
        var home = clerk.Home();
        var key = (await clerk.AskAsync("一つ", "text", home)).Question();
        await clerk.Fill("Body", " 　").PressAsync("コメントする");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("「一つ」へのコメント", clerk.Heading);
        await clerk.Fill("Body", new string('あ', 1001)).PressAsync("コメントする");
        Assert.Equal(400, clerk.Status);
        Assert.Equal(1001, clerk.ValueOf("Body")!.Length);
        await clerk.Fill("Body", "<b>太い</b>").PressAsync("コメントする");
        Assert.Equal($"{home}/edit/question/{key}", clerk.Path.Split('#')[0]);
        Assert.Null(clerk.Page.QuerySelector(".studio-comments b"));

        using var other = await city.OfficerAsync("zei-clerk");
        foreach (var path in (string[])["/comments", "/links", "/random"])
        {
            await other.GoAsync(home + path);
            Assert.Contains(other.Status, (int[])[403, 404]);
        }
    }
}
