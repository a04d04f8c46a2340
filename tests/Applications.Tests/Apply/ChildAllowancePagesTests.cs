using System.Text;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Applications.Tests.Apply;

/// <summary>児童手当 by a resident at a browser without JavaScript, from the front door to the receipt.</summary>
public sealed class ChildAllowancePagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    [Fact]
    public async Task Hanako_finds_the_procedure_answers_page_by_page_and_gets_a_receipt()
    {
        using var hanako = city.Visitor();
        await hanako.GoAsync("/");
        await hanako.GoAsync("/search?q=" + Uri.EscapeDataString("子ども手当"));
        Assert.Contains("児童手当認定請求", hanako.Words);
        await hanako.PressAsync("児童手当認定請求");
        Assert.Contains("必要なもの", hanako.Words);
        Assert.Contains("000-000-1101", hanako.Words);
        await hanako.PressAsync("請求する");
        Assert.StartsWith("/sign-in?return=", hanako.Path, StringComparison.Ordinal);
        await hanako.PressAsync(hanako.Page.QuerySelector("button[value=hanako]")!);
        Assert.Equal("始める前に", hanako.Heading);
        // 「はじめる」, or 「新しく始める」 when another test of this city has begun one.
        await hanako.PressAsync(hanako.Page.QuerySelector("main form[method=post] button")!);
        await AnswerAsync(hanako);

        Assert.Equal("入力した内容を確認してください", hanako.Heading);
        Assert.Contains("青葉 さくら", hanako.Words);
        Assert.Contains("あとで提出します", hanako.Words);
        hanako.Fill("NoticeBy", "paper");
        // Another language and back: the choice stays.
        await hanako.PressAsync(hanako.Page.QuerySelector("header button[value='language:ja-easy']")!);
        await hanako.PressAsync(hanako.Page.QuerySelector("header button[value='language:ja']")!);
        Assert.Equal("paper", hanako.ValueOf("NoticeBy"));
        await hanako.PressAsync("請求する");

        Assert.Contains("受け付けました", hanako.Words);
        Assert.Matches(@"\d{4}-\d{6}-\d", hanako.Words);
        Assert.Contains("郵送", hanako.Words);
        Assert.Contains("あとで提出する書類", hanako.Words);
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_wrong()
    {
        using var taro = await BeginAsync("taro");
        await StartAsync(taro);
        taro.Fill(("reason", "other"));
        await taro.PressAsync("次へ進む");
        taro.Fill(("reasonOther", "里子を迎えた 𠮷")).Fill(("eventDate.year", "2026"), ("eventDate.month", "2"), ("eventDate.day", "31"));
        await taro.PressAsync("次へ進む");

        Assert.Equal(400, taro.Status);
        Assert.Contains("実際にある日付", taro.Words);
        Assert.Equal(("2026", "2", "31"), (taro.ValueOf("eventDate.year"), taro.ValueOf("eventDate.month"), taro.ValueOf("eventDate.day")));
        Assert.Equal("里子を迎えた 𠮷", taro.ValueOf("reasonOther"));
        Assert.NotNull(taro.Page.QuerySelector(".dads-error-summary a[href='#eventDate']"));

        // On another device, nothing is lost either.
        using var telephone = city.Visitor();
        await telephone.SignInAsync("taro");
        await telephone.PressAsync("児童手当認定請求の続き");
        Assert.Equal("31", telephone.ValueOf("eventDate.day"));
    }

    [Fact]
    public async Task A_civil_servant_is_told_where_to_go()
    {
        using var kana = await BeginAsync("kana");
        await kana.Fill(("isCivilServant", "true"), ("residence", "yes"), ("inFacility", "false")).PressAsync("次へ進む");
        Assert.Equal("公務員の方は勤務先で手続をしてください", kana.Heading);
        Assert.Contains("000-000-1101", kana.Words);
        await kana.PressAsync("答えを選び直す");
        Assert.Equal("true", kana.ValueOf("isCivilServant"));
    }

    [Fact]
    public async Task An_answer_that_brings_a_question_asks_it_before_going_on()
    {
        using var proxy = await BeginAsync("proxy");
        await StartAsync(proxy);
        Assert.Null(proxy.Page.QuerySelector("[name=reasonOther]"));
        await proxy.Fill(("reason", "other"), ("eventDate.year", "2026"), ("eventDate.month", "1"), ("eventDate.day", "5")).PressAsync("次へ進む");
        Assert.Contains("質問が増えました", proxy.Words);
        Assert.NotNull(proxy.Page.QuerySelector("[name=reasonOther]"));
        await proxy.PressAsync("次へ進む");
        Assert.Equal(400, proxy.Status);
        await proxy.Fill("reasonOther", "里子").PressAsync("次へ進む");
        Assert.Equal("請求する方", proxy.Heading.Split('）')[^1]);
        Assert.Equal("髙橋", proxy.ValueOf("applicant.family"));
        Assert.Contains("前回の回答から入れました", proxy.Words);
    }

    [Fact]
    public async Task The_form_of_somebody_else_is_not_there()
    {
        using var hanako = await BeginAsync("hanako");
        using var taro = city.Visitor();
        await taro.SignInAsync("taro");
        await taro.GoAsync(hanako.Path);
        Assert.Equal(404, taro.Status);
    }

    [Theory]
    [InlineData("/en", "Search", "en")]
    [InlineData("/ja-easy", "やさしい", "ja")]
    public async Task The_way_exists_in_other_languages(string language, string _, string lang)
    {
        using var hanako = city.Visitor();
        await hanako.GoAsync(language + "/procedures/jido-teate-nintei");
        Assert.Equal(lang, hanako.Page.DocumentElement.GetAttribute("lang"));
        await hanako.GoAsync(language + "/apply/begin/jido-teate-nintei");
        await hanako.PressAsync(hanako.Page.QuerySelector("button[value=hanako]")!);
        Assert.StartsWith(language + "/apply/begin/", hanako.Path, StringComparison.Ordinal);
        await hanako.PressAsync(hanako.Page.QuerySelector("main form button")!);
        Assert.StartsWith(language + "/apply/", hanako.Path, StringComparison.Ordinal);
        Assert.NotNull(hanako.Page.QuerySelector("[name=isCivilServant]"));
    }

    private async Task<Visitor> BeginAsync(string account)
    {
        var visitor = city.Visitor();
        await visitor.SignInAsync(account);
        await visitor.GoAsync("/apply/begin/jido-teate-nintei");
        return await visitor.PressAsync(visitor.Page.QuerySelector("main form button")!);
    }

    private static Task<Visitor> StartAsync(Visitor visitor) =>
        visitor.Fill(("isCivilServant", "false"), ("residence", "yes"), ("inFacility", "false")).PressAsync("次へ進む");

    private static async Task AnswerAsync(Visitor v)
    {
        await StartAsync(v);
        await v.Fill(("reason", "birth")).Fill(("eventDate.year", "2026"), ("eventDate.month", "1"), ("eventDate.day", "5")).PressAsync("次へ進む");
        await v.Fill(("occupation", "employee"), ("spouse", "no")).PressAsync("次へ進む");

        await v.PressAsync("児童を追加する");
        await v.PressAsync("児童 2を削除する");
        v.Fill(("children[0].name.family", "青葉"), ("children[0].name.given", "さくら"), ("children[0].name.familyKana", "あおば"), ("children[0].name.givenKana", "さくら"));
        v.Fill(("children[0].birthDate.era", "reiwa"), ("children[0].birthDate.year", "8"), ("children[0].birthDate.month", "1"), ("children[0].birthDate.day", "5"));
        v.Fill(("children[0].relation", "child"), ("children[0].livesWith", "together"), ("children[0].cares", "true"), ("children[0].livelihood", "shared"), ("children[0].abroad", "false"));
        await v.PressAsync("次へ進む");
        await v.Fill("hasStudents", "false").PressAsync("次へ進む");
        await v.Fill("pension", "employees").PressAsync("次へ進む");
        await v.Fill("accountKind", "enter").PressAsync("次へ進む");
        await v.Fill(("account.bankCode", "９９９９"), ("account.branchCode", "001"), ("account.type", "ordinary"), ("account.number", "1234567"), ("account.holderKana", "アオバ ハナコ")).PressAsync("次へ進む");
        await v.Fill(("consentRecords", "true"), ("understandsDuties", "true"), ("truthful", "true")).PressAsync("次へ進む");

        v.Attach("bankbookFile", "通帳.exe", Pdf, "application/octet-stream");
        await v.PressAsync("ファイルを追加する");
        Assert.Equal(400, v.Status);
        v.Attach("bankbookFile", "通帳.pdf", Pdf, "application/pdf").Fill("insuranceFileLater", "true");
        await v.PressAsync("次へ進む");
    }
}
