using System.Text.RegularExpressions;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Applications.Tests.Apply;

/// <summary>子育て講座: book, wait, cancel, take the place that became free.</summary>
public sealed class ClassPagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_class_is_booked_once_however_often_the_button_is_pressed_and_can_be_cancelled()
    {
        using var hanako = city.Visitor();
        await hanako.GoAsync("/procedures/kosodate-koza");
        var free = Free(hanako);
        await BookAsync(hanako, "hanako");
        Assert.Contains("開催日の月齢", hanako.Words);
        await hanako.PressTwiceAsync("申し込む");
        Assert.Equal(200, hanako.Status);
        Assert.Contains("受け付けました", hanako.Words);
        Assert.Contains("参加が決まっています", hanako.Words);

        await hanako.GoAsync("/my");
        Assert.Single(hanako.Page.QuerySelectorAll("a[href*='/my/applications/'].dads-resource__heading"));
        await hanako.GoAsync("/procedures/kosodate-koza");
        Assert.Equal(free - 1, Free(hanako));

        await hanako.GoAsync("/my");
        await hanako.PressAsync(hanako.Page.QuerySelector("a.dads-resource__heading")!.TextContent);
        await hanako.PressAsync("申込みを取り消す");
        await hanako.PressAsync("取り消す");
        Assert.Contains("申込みを取り消しました", hanako.Words);
        Assert.DoesNotContain("申込みを取り消すと", hanako.Words);
    }

    [Fact]
    public async Task A_second_booking_of_the_household_is_refused_with_a_sentence_and_nothing_is_lost()
    {
        using var taro = city.Visitor();
        await BookAsync(taro, "taro");
        await taro.PressAsync("申し込む");
        await BookAsync(taro, "taro");
        await taro.PressAsync("申し込む");
        Assert.Equal(400, taro.Status);
        Assert.Contains("申込みは1家庭1つまで", taro.Words);
        Assert.Contains("さくら", taro.Words);
    }

    [Fact]
    public async Task An_unfinished_form_is_not_submitted()
    {
        using var kana = city.Visitor();
        await kana.SignInAsync("kana");
        await kana.GoAsync("/apply/begin/kosodate-koza");
        await kana.PressAsync("はじめる");
        await kana.GoAsync(kana.Path[..kana.Path.LastIndexOf('/')] + "/check");
        Assert.Contains("まだ入力が終わっていないページがあります", kana.Words);
        await kana.PressAsync("申し込む");
        Assert.Equal(400, kana.Status);
    }

    [Fact]
    public async Task A_form_half_filled_in_can_be_printed_by_its_owner_alone()
    {
        using var kana = city.Visitor();
        await kana.SignInAsync("kana");
        await kana.GoAsync("/apply/begin/koho-haifu");
        await kana.PressAsync("はじめる");
        var check = kana.Path[..kana.Path.LastIndexOf('/')] + "/check";
        await kana.GoAsync(check);
        var link = kana.Page.QuerySelector("a[href$='handler=Paper']")!.GetAttribute("href")!;
        Assert.Equal(check + "?handler=Paper", link);
        var (type, pdf) = await kana.OpenFileAsync(link);
        Assert.Equal("application/pdf", type);
        Assert.True(pdf.AsSpan().StartsWith("%PDF"u8));

        using var taro = city.Visitor();
        await taro.SignInAsync("taro");
        await taro.GoAsync(link);
        Assert.Equal(404, taro.Status);
    }

    // Of the first class: the other tests of this city book there too.
    private static int Free(Visitor v) => int.Parse(Regex.Match(v.Words, @"空きあり（あと(\d+)組）").Groups[1].ValueSpan);

    private static async Task BookAsync(Visitor v, string account)
    {
        await v.SignInAsync(account, "/sign-in?return=/apply/begin/kosodate-koza");
        await v.PressAsync(v.Page.QuerySelector("main form button")!);
        var session = v.Page.QuerySelector("input[name=session]:not([disabled])")!.GetAttribute("value")!;
        await v.Fill("session", session).PressAsync("次へ進む");
        await v.Fill(("residence", "city"), ("contactBy", "email")).PressAsync("次へ進む");
        var born = DateOnly.ParseExact(session[..10], "yyyy-MM-dd").AddMonths(-5);
        v.Fill(("children[0].givenName", "さくら"), ("children[0].birthDate.year", $"{born.Year}"), ("children[0].birthDate.month", $"{born.Month}"), ("children[0].birthDate.day", $"{born.Day}"));
        await v.Fill("wantsChildcare", "false").PressAsync("次へ進む");
        await v.Fill(("adults", "１"), ("emergencyName", "青葉 健"), ("emergencyTelephone", "000-1234-5611"), ("photographs", "false"), ("newsletter", "false")).PressAsync("次へ進む");
    }
}
