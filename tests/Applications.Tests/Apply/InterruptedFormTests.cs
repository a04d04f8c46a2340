using System.Text;
using AngleSharp.Html.Parser;
using Madoguchi.Applications.Apply;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Applications.Tests.Apply;

/// <summary>The sign-in has ended while somebody was typing: what was typed comes back to them, and to nobody else.</summary>
public sealed class InterruptedFormTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Written = "里子を迎えた 𠮷 <b>&";

    [Theory, InlineData("", "次へ進む"), InlineData("/en", "Next")]
    public async Task What_was_typed_is_back_after_signing_in(string language, string next)
    {
        using var hanako = await OnTheReasonAsync("hanako", language, next);
        var page = hanako.Path;
        await hanako.Forget("madoguchi").PressAsync(next);

        Assert.NotNull(hanako.Page.QuerySelector("button[name=account]"));
        Assert.NotNull(hanako.Page.QuerySelector(".dads-banner--warning"));
        Assert.Equal(page, hanako.Path);
        Assert.DoesNotContain("里子", hanako.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await ChooseAsync(hanako, "hanako");

        Assert.Equal(page + "?resumed=kept", hanako.Path);
        Assert.Equal(("other", Written), (hanako.ValueOf("reason"), hanako.ValueOf("reasonOther")));
        Assert.Equal(("2026", "2", "31"), (hanako.ValueOf("eventDate.year"), hanako.ValueOf("eventDate.month"), hanako.ValueOf("eventDate.day")));
        Assert.NotNull(hanako.Page.QuerySelector(".dads-banner--success"));
        await hanako.Fill("eventDate.day", "28").PressAsync(next);
        Assert.Equal(200, hanako.Status);
        Assert.NotEqual(page, hanako.Path);
    }

    [Theory, InlineData("same-origin", true), InlineData("cross-site", false), InlineData(null, false)]
    public async Task A_browser_that_lost_all_cookies_must_say_that_the_page_was_ours(string? from, bool ours)
    {
        using var hanako = await OnTheReasonAsync("hanako");
        hanako.Forget("madoguchi", "madoguchi-form");
        if (from is not null) hanako.Headers.Add("Sec-Fetch-Site", from);
        await hanako.PressAsync("次へ進む");
        Assert.Equal(ours ? 200 : 400, hanako.Status);
        Assert.Equal(ours, hanako.Page.QuerySelector("input[name=carried]") is not null);
        if (!ours) return;
        await ChooseAsync(hanako, "hanako");
        Assert.Equal(Written, hanako.ValueOf("reasonOther"));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_telephone_sees_nothing_of_it()
    {
        using var telephone = await OnTheReasonAsync("hanako");
        var page = telephone.Path;
        await telephone.Forget("madoguchi").PressAsync("次へ進む");
        await ChooseAsync(telephone, "taro");
        Assert.Equal("/my", telephone.Path);
        Assert.DoesNotContain("里子", telephone.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await telephone.GoAsync(page);
        Assert.Equal(404, telephone.Status);

        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync(page);
        Assert.Null(hanako.ValueOf("reason"));
    }

    [Theory, InlineData("short"), InlineData("changed"), InlineData("words"), InlineData("old"), InlineData("elsewhere")]
    public async Task What_was_changed_on_the_way_or_is_too_old_keeps_nothing(string fault)
    {
        using var hanako = await OnTheReasonAsync("hanako");
        var page = hanako.Path;
        await hanako.Forget("madoguchi").PressAsync("次へ進む");
        var carried = hanako.ValueOf("carried")!;
        hanako.Fill("carried", fault switch
        {
            "short" => carried[..^10],
            "changed" => carried[..40] + (carried[40] == 'A' ? 'B' : 'A') + carried[41..],
            "words" => "{\"form\":\"𠮷\"}",
            "old" => Seal(FormOf(page), DateTimeOffset.UtcNow - SealedPage.Life - TimeSpan.FromMinutes(1)),
            _ => city.Get<IDataProtectionProvider>().CreateProtector("another purpose").Protect("x"),
        });
        await ChooseAsync(hanako, "hanako");
        Assert.Equal(page + "?resumed=lost", hanako.Path);
        Assert.Contains("最後に保存したところ", hanako.Words, StringComparison.Ordinal);
        Assert.Null(hanako.ValueOf("reason"));
    }

    [Fact]
    public async Task Pressed_twice_it_is_kept_all_the_same()
    {
        using var hanako = await OnTheReasonAsync("hanako");
        var page = hanako.Path;
        await hanako.Forget("madoguchi").PressAsync("次へ進む");
        var again = hanako.Page;
        await ChooseAsync(hanako, "hanako");
        await hanako.PressAsync(again.QuerySelector("button[value=hanako]")!);
        Assert.Equal(page + "?resumed=kept", hanako.Path);
        Assert.Equal(Written, hanako.ValueOf("reasonOther"));
    }

    [Fact]
    public async Task It_is_kept_once_and_never_over_something_newer()
    {
        using var hanako = await OnTheReasonAsync("hanako");
        await hanako.Forget("madoguchi").PressAsync("次へ進む");
        var again = hanako.Page;
        await ChooseAsync(hanako, "hanako");
        await hanako.Fill("reasonOther", "書き直した").Fill("eventDate.day", "5").PressAsync("次へ進む");

        await hanako.PressAsync(again.QuerySelector("button[value=hanako]")!);
        Assert.EndsWith("?resumed=lost", hanako.Path, StringComparison.Ordinal);
        Assert.Equal(("書き直した", "5"), (hanako.ValueOf("reasonOther"), hanako.ValueOf("eventDate.day")));
    }

    [Fact]
    public async Task A_file_that_was_chosen_must_be_chosen_again_and_the_page_says_so()
    {
        using var client = city.Caller();
        var token = new HtmlParser().ParseDocument(await client.GetStringAsync("/sign-in")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (name, length) in new[] { ("通帳.pdf", 8), ("大きな通帳.pdf", 9 << 20), ("", 0) })
        {
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("next"), "act" } };
            if (name.Length > 0) form.Add(new ByteArrayContent(new byte[length]), "bankbookFile", name);
            using var answer = await client.PostAsync($"/apply/{Guid.NewGuid()}/documents?return=check", form);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal(name.Length > 0, page.QuerySelector("main")!.TextContent.Contains("選んだファイルは送られていません", StringComparison.Ordinal));
            Assert.EndsWith("/documents?return=check", page.QuerySelector("input[name=return]")!.GetAttribute("value")!, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        }
    }

    [Fact]
    public async Task A_form_nobody_could_have_sent_is_refused_calmly()
    {
        using var client = city.Caller();
        using var content = new ByteArrayContent("--x--"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + new string('x', 5000));
        using var answer = await client.PostAsync($"/apply/{Guid.NewGuid()}/documents", content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public void All_that_fits_a_page_fits_the_way_back_and_more_is_not_carried()
    {
        var seal = new SealedPage(new EphemeralDataProtectionProvider(), TimeProvider.System);
        var carried = seal.Seal("form", "reason", Posted(new string('あ', 170_000)))!;
        Assert.True(Encoding.ASCII.GetByteCount(carried) < 1024 * 1024 - 4096);
        Assert.Equal(170_000, seal.Open(carried)!.Fields["a"][0].Length);
        Assert.Null(seal.Seal("form", "reason", Posted(new string('あ', 180_000))));
    }

    private string Seal(string form, DateTimeOffset at) => new SealedPage(city.Get<IDataProtectionProvider>(), new ClockAt(at)).Seal(form, "reason", Posted("other", "reason"))!;

    private static FormCollection Posted(string text, string name = "a") => new(new Dictionary<string, StringValues> { [name] = text, ["shown"] = name });

    private static string FormOf(string path) => path.Split('/')[2];

    private static Task<Visitor> ChooseAsync(Visitor visitor, string account) => visitor.PressAsync(visitor.Page.QuerySelector($"button[value={account}]")!);

    // The second page, with everything typed and nothing of it sent; its 「その他」 has been asked for already.
    private async Task<Visitor> OnTheReasonAsync(string account, string language = "", string next = "次へ進む")
    {
        var visitor = city.Visitor();
        await visitor.SignInAsync(account);
        await visitor.GoAsync(language + "/apply/begin/jido-teate-nintei");
        await visitor.PressAsync(visitor.Page.QuerySelector("main form button")!);
        await visitor.Fill(("isCivilServant", "false"), ("residence", "yes"), ("inFacility", "false")).PressAsync(next);
        var field = visitor.Page.CreateElement("textarea");
        field.SetAttribute("name", "reasonOther");
        field.TextContent = Written;
        visitor.Page.QuerySelector("form#answers")!.Append(field);
        return visitor.Fill("shown", "reason,reasonOther,eventDate").Fill(("reason", "other"), ("eventDate.year", "2026"), ("eventDate.month", "2"), ("eventDate.day", "31"));
    }
}
