using System.Text.Json;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Applications.Tests.MyApplications;

/// <summary>After the receipt: status, messages, correction, withdrawal, and what others may not see.</summary>
public sealed class MatterPagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task The_applicant_writes_to_the_division_and_reads_its_answer()
    {
        var number = await SubmitAsync("hanako");
        using var hanako = await OpenAsync("hanako", number);
        Assert.Contains("受付済み", hanako.Words);
        await hanako.PressAsync("送る");
        Assert.Equal(400, hanako.Status);
        await hanako.Fill("body", "口座は来週送ります。").PressAsync("送る");
        Assert.Contains("口座は来週送ります。", hanako.Words);

        await ActAsync("clerk", number, "message", new { body = "お待ちしています。" });
        await hanako.GoAsync($"/my/applications/{number}");
        Assert.Contains("お待ちしています。", hanako.Words);
        await hanako.PressAsync("読んだことにする");
        Assert.DoesNotContain("【未読】", hanako.Words);
    }

    [Fact]
    public async Task A_correction_opens_only_what_was_asked_and_shows_the_old_answer()
    {
        var number = await SubmitAsync("hanako");
        await ActAsync("clerk", number, "accept", new { });
        await ActAsync("clerk", number, "request-correction", new { reason = "口座の名義が請求者ではありません。", questions = new[] { "account", "children[0].birthDate" } });
        using var hanako = await OpenAsync("hanako", number);
        Assert.Contains("直していただきたいところがあります", hanako.Words);
        Assert.Contains("口座の名義が請求者ではありません。", hanako.Words);
        await hanako.PressAsync("補正する");
        Assert.Null(hanako.Page.QuerySelector("[name='applicant.family']"));
        Assert.Equal("1234567", hanako.ValueOf("account.number"));
        await hanako.Fill("account.number", "12").Fill("account.bankCode", "abc").PressAsync("この内容で送る");
        Assert.Equal(400, hanako.Status);
        Assert.Equal("abc", hanako.ValueOf("account.bankCode"));
        await hanako.Fill("account.bankCode", "9998").PressAsync("この内容で送る");
        Assert.Contains("直した内容を送りました", hanako.Words);
        Assert.Contains("審査中", hanako.Words);
        Assert.Contains("9998", hanako.Words);
    }

    [Fact]
    public async Task What_happens_while_the_applicant_types_loses_nothing()
    {
        var number = await SubmitAsync("hanako");
        await ActAsync("clerk", number, "accept", new { });
        await ActAsync("clerk", number, "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });
        using var hanako = await OpenAsync("hanako", number);
        await hanako.PressAsync("補正する");
        await ActAsync("clerk", number, "note", new { body = "明日もう一度確かめる。" });
        await hanako.Fill("telephone", "000-7777-8888").PressAsync("この内容で送る");
        Assert.Equal(400, hanako.Status);
        Assert.Contains("入力した内容は下に残っています", hanako.Words);
        Assert.Equal("000-7777-8888", hanako.ValueOf("telephone"));
        await hanako.PressAsync("この内容で送る");
        Assert.Contains("直した内容を送りました", hanako.Words);
        Assert.Contains("00077778888", hanako.Words);
    }

    [Fact]
    public async Task The_language_changes_in_the_middle_of_a_correction_and_nothing_typed_is_lost()
    {
        var number = await SubmitAsync("hanako");
        await ActAsync("clerk", number, "accept", new { });
        await ActAsync("clerk", number, "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });
        using var hanako = await OpenAsync("hanako", number);
        await hanako.PressAsync("補正する");
        await hanako.Fill("telephone", "000-3333-4444").PressAsync(hanako.Page.QuerySelector("header button[value='language:en']")!);
        Assert.Equal("en", hanako.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("000-3333-4444", hanako.ValueOf("telephone"));
        await hanako.PressAsync(hanako.Page.QuerySelector("main form button[value=next]")!);
        Assert.StartsWith("/en/my/applications/", hanako.Path, StringComparison.Ordinal);
        Assert.Contains("00033334444", hanako.Words);
    }

    [Fact]
    public async Task A_correction_sent_after_the_sign_in_has_ended_is_shown_again_and_not_sent()
    {
        var number = await SubmitAsync("hanako");
        await ActAsync("clerk", number, "accept", new { });
        await ActAsync("clerk", number, "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });
        using var hanako = await OpenAsync("hanako", number);
        await hanako.PressAsync("補正する");
        var page = hanako.Path;
        await hanako.Fill("telephone", "000-5555-6666").Forget("madoguchi").PressAsync("この内容で送る");
        Assert.DoesNotContain("5555", hanako.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var signIn = hanako.Page;
        await hanako.PressAsync(signIn.QuerySelector("button[value=hanako]")!);
        Assert.Equal("ログインしました", hanako.Heading);
        await hanako.PressAsync("続ける");
        Assert.Equal((200, page, "000-5555-6666"), (hanako.Status, hanako.Path, hanako.ValueOf("telephone")));
        await hanako.PressAsync("この内容で送る");
        Assert.Contains("00055556666", hanako.Words);

        await hanako.PressAsync(signIn.QuerySelector("button[value=taro]")!);
        Assert.Equal("/my", hanako.Path);
        Assert.DoesNotContain("5555", hanako.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_and_the_reason_of_a_withdrawal_outlast_the_sign_in_too()
    {
        var number = await SubmitAsync("hanako");
        using var hanako = await OpenAsync("hanako", number);
        await hanako.Fill("body", "口座は来週 𠮷 送ります。").Forget("madoguchi").PressAsync("送る");
        await GoOnAsync(hanako);
        Assert.Equal("口座は来週 𠮷 送ります。", hanako.ValueOf("body"));
        Assert.DoesNotContain("あなたから", hanako.Words);
        await hanako.GoAsync($"/my/applications/{number}/withdraw");
        await hanako.Fill("reason", "取りやめます").Forget("madoguchi").PressAsync(hanako.Page.QuerySelector("main form button")!);
        await GoOnAsync(hanako);
        Assert.Equal("取りやめます", hanako.ValueOf("reason"));
        await hanako.GoAsync($"/my/applications/{number}");
        Assert.Contains("受付済み", hanako.Words);

        static async Task GoOnAsync(Visitor visitor) => await (await visitor.PressAsync(visitor.Page.QuerySelector("button[value=hanako]")!)).PressAsync("続ける");
    }

    [Fact]
    public async Task Before_the_review_the_applicant_corrects_alone()
    {
        var number = await SubmitAsync("hanako");
        using var hanako = await OpenAsync("hanako", number);
        await hanako.PressAsync("内容を訂正する");
        await hanako.GoAsync($"/my/applications/{number}/correct?pages=claimant");
        await hanako.Fill("telephone", "000-9999-1111").PressAsync("この内容で送る");
        Assert.Contains("直した内容を送りました", hanako.Words);
        Assert.Contains("00099991111", hanako.Words);

        await ActAsync("clerk", number, "accept", new { });
        await hanako.GoAsync($"/my/applications/{number}/correct");
        Assert.Equal(409, hanako.Status);
    }

    [Fact]
    public async Task The_notice_of_a_completion_stands_on_the_page_with_what_was_done_and_counts_as_opened()
    {
        var matter = await Ways.Matter.Submitted(city, "juminhyo-utsushi");
        await matter.Does("citizen-clerk", "accept");
        await matter.Does("citizen-clerk", "complete", new { result = new { dispatchedOn = "2026-11-20", trackingNumber = "000-00-00000-0", paidOn = "2026-11-19" } });
        await matter.NoticeIssued("citizen-clerk");

        using var hanako = await OpenAsync("hanako", matter.Number);
        Assert.Contains("住民票の写しの発送のお知らせ", hanako.Words);
        Assert.Contains("お問い合わせ番号", hanako.Words);
        Assert.DoesNotContain("審査請求をする", hanako.Words);
        Assert.NotNull(hanako.Page.QuerySelector("a[href^='/my/notices/']"));
        Assert.NotNull((string?)(await matter.Issued("hanako")).Single()["openedAt"]);
    }

    [Fact]
    public async Task A_letter_that_it_takes_longer_can_be_opened_before_there_is_a_decision()
    {
        var matter = await Ways.Matter.Submitted(city, "kaigo-nintei");
        await matter.Does("kaigo-clerk", "extend", new { until = DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", null), reason = "主治医意見書が届いていないため。" });
        await matter.NoticeIssued("kaigo-clerk");

        using var hanako = await OpenAsync("hanako", matter.Number);
        Assert.Contains("延期通知書", hanako.Words);
        Assert.NotNull(hanako.Page.QuerySelector("a[href^='/my/notices/']"));
        Assert.Equal("arrived", await matter.StatusFor("hanako"));
    }

    [Fact]
    public async Task A_matter_is_withdrawn_after_a_second_question()
    {
        var number = await SubmitAsync("hanako");
        using var hanako = await OpenAsync("hanako", number);
        await hanako.PressAsync("申請を取り下げる");
        Assert.Contains("元に戻せません", hanako.Words);
        await hanako.Fill("reason", "引っ越すため").PressAsync("取り下げる");
        Assert.Contains("取り下げました", hanako.Words);
        await hanako.GoAsync($"/my/applications/{number}");
        Assert.Null(hanako.Page.QuerySelector($"a[href='/my/applications/{number}/withdraw']"));
    }

    [Fact]
    public async Task Nobody_else_sees_the_matter()
    {
        var number = await SubmitAsync("hanako");
        using var taro = city.Visitor();
        await taro.SignInAsync("taro");
        await taro.GoAsync($"/my/applications/{number}");
        Assert.Equal(404, taro.Status);
        await taro.GoAsync($"/my/applications/{number}/correct");
        Assert.Equal(404, taro.Status);
    }

    [Theory]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/docs/api")]
    [InlineData("/en/docs/api")]
    [InlineData("/demo")]
    [InlineData("/en")]
    [InlineData("/ja-easy/search?q=nothingatall")]
    [InlineData("/en/procedures/kosodate-koza")]
    public async Task Pages_for_everybody_carry_no_name_and_no_token(string path)
    {
        using var anyone = city.Visitor();
        await anyone.SignInAsync("hanako");
        await anyone.GoAsync(path);
        Assert.Equal(200, anyone.Status);
        Assert.Null(anyone.Page.QuerySelector("[name=__RequestVerificationToken]"));
        Assert.DoesNotContain("青葉", anyone.Page.Body!.TextContent);
    }

    private async Task<Visitor> OpenAsync(string account, string number)
    {
        var visitor = city.Visitor();
        await visitor.SignInAsync(account);
        return await visitor.GoAsync($"/my/applications/{number}");
    }

    private async Task<string> SubmitAsync(string account)
    {
        var (_, procedure) = await city.Get(null, "/api/v1/procedures/jido-teate-nintei");
        var (status, body) = await city.Post(account, "/api/v1/procedures/jido-teate-nintei/applications", new { answers = procedure.GetProperty("example") });
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("intakeNumber").GetString()!;
    }

    private async Task ActAsync(string account, string number, string verb, object body)
    {
        var (status, answer) = await city.Post(account, $"/api/v1/applications/{number}/{verb}", body);
        Assert.True(status == 200, JsonSerializer.Serialize(answer));
    }
}
