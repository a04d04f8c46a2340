using Madoguchi.Messaging.Contracts;
using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Pages;

/// <summary>利用者情報と設定: what the city holds of me, how it reaches me, and how I leave.</summary>
public sealed class AccountTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_is_held_is_shown_with_its_source_and_news_follow_what_was_chosen(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var resident = city.Visitor();
        await resident.SignInAsync("hanako");
        Assert.NotNull(resident.Page.QuerySelector("main a[href='/my/account']"));
        await resident.GoAsync("/my/account");
        foreach (var known in new[] { "青葉 花子", "アオバ ハナコ", "平成4年5月14日", "汐風町二丁目", "デモ用に作った架空の内容です" }) Assert.Contains(known, resident.Words);
        Assert.Contains("hanako@example.jp", resident.Words);

        await resident.Fill(("phone", "０９０－１２３４－５６７８"), ("takesMail", "false"), ("language", "en"), ("noticeBy", "paper")).PressAsync("変更する");
        Assert.Contains("変更しました", resident.Page.QuerySelector("main")!.TextContent);
        Assert.Contains("ご自分で変更した内容です", resident.Words);
        Assert.Equal("09012345678", resident.Page.QuerySelector("[name=phone]")!.GetAttribute("value"));
        Assert.Null((await city.Get<IAddressBook>().OfAsync(["hanako"], default))["hanako"].Email);
        var (_, me) = await city.Get("hanako", "/api/v1/me");
        Assert.Equal("paper", me.GetProperty("noticeBy").GetString());

        var sent = await city.PostJsonAsync("hanako", "/api/v1/procedures/jido-teate-nintei/applications", await city.SubmissionAsync("jido-teate-nintei"));
        Assert.Equal(201, sent.Status);
        await resident.GoAsync("/my/letters");
        Assert.Contains("We have received", resident.Words);
        Assert.Equal(1, await city.CountAsync("kernel_audit where action = 'residents.contactChanged' and actor_id = 'hanako'"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var resident = city.Visitor();
        await resident.SignInAsync("hanako");
        foreach (var phone in new[] { "12345", "０９０の番号", "090-1234-5678 <script>", new string('0', 300) })
        {
            await resident.GoAsync("/my/account");
            await resident.Fill(("phone", phone), ("takesMail", "false")).PressAsync("変更する");
            Assert.Equal(400, resident.Status);
            Assert.NotNull(resident.Page.QuerySelector("#phone-error"));
            Assert.Equal(phone, resident.Page.QuerySelector("[name=phone]")!.GetAttribute("value"));
            Assert.NotNull(resident.Page.QuerySelector("[name=takesMail][value=false][checked]"));
        }
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Who_leaves_is_gone_once_nothing_is_under_way(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var resident = city.Visitor();
        using var elsewhere = city.Visitor();
        await resident.SignInAsync("taro");
        await elsewhere.SignInAsync("taro");
        var sent = await city.PostJsonAsync("taro", "/api/v1/procedures/jido-teate-nintei/applications", await city.SubmissionAsync("jido-teate-nintei"));
        var number = sent.Body.GetProperty("intakeNumber").GetString()!;
        Assert.Equal(201, (await city.PostJsonAsync("taro", "/api/v1/procedures/kaigo-nintei/saved-forms", """{"answers":{}}""")).Status);

        await resident.GoAsync("/my/account/close");
        Assert.Contains(number, resident.Words);
        Assert.DoesNotContain(resident.Page.QuerySelectorAll("main form button"), b => b.TextContent.Trim() == "退会する");

        Assert.Equal(200, (await city.PostJsonAsync("taro", $"/api/v1/applications/{number}/withdraw", "{}")).Status);
        await resident.GoAsync("/my/account/close");
        await resident.PressAsync("退会する");
        Assert.Equal(400, resident.Status);
        Assert.NotNull(resident.Page.QuerySelector("#sure-error"));
        await resident.Fill("sure", "true").PressAsync("退会する");
        Assert.Equal("退会しました", resident.Heading);

        await resident.GoAsync("/my");
        Assert.StartsWith("/sign-in", resident.Path, StringComparison.Ordinal);
        Assert.Null(resident.Page.QuerySelector("button[value=taro]"));
        await elsewhere.GoAsync("/my");
        Assert.StartsWith("/sign-in", elsewhere.Path, StringComparison.Ordinal);
        Assert.Equal(401, (await city.Get("taro", "/api/v1/me")).Status);
        Assert.Equal(0, await city.CountAsync("applications_saved_forms where account = 'taro' and submitted_as is null"));
        Assert.Equal(1, await city.CountAsync("residents_accounts where id = 'taro' and phone = '' and email = '' and closed_at is not null"));
        Assert.Equal(1, await city.CountAsync("kernel_audit where action = 'residents.accountClosed' and actor_id = 'taro'"));
        // The matter is the city's record: an officer still reads it.
        Assert.Equal(200, (await city.Get("clerk", $"/api/v1/applications/{number}")).Status);
    }

    [Theory]
    [InlineData("/my/account")]
    [InlineData("/en/my/account/close")]
    public async Task Nobody_else_comes_in(string path)
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var stranger = city.Visitor();
        await stranger.GoAsync(path);
        Assert.Contains("/sign-in", stranger.Path, StringComparison.Ordinal);
    }
}
