using Applications.Tests.Review;
using Madoguchi.Testing;

namespace Applications.Tests.Register;

/// <summary>窓口・郵送の受付入力: the day it arrived, the person it is from, then all questions on one page.</summary>
public sealed class RegisterTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_letter_is_entered_with_its_day_of_arrival_and_counts_from_it()
    {
        using var clerk = await city.Officer("clerk", "/staff/applications/register");
        await clerk.Fill("channel", "mail").Fill("receivedTime", "いつか").PressAsync("回答の入力に進む");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("いつか", clerk.ValueOf("receivedTime"));
        await clerk.Fill("procedure", "kosodate-koza").Fill("receivedTime", "９:15")
            .Fill(("receivedOn.year", "2099"), ("name.family", "髙橋"), ("name.given", "𠮷子"), ("name.familyKana", "たかはし"), ("name.givenKana", "よしこ")).PressAsync("回答の入力に進む");
        Assert.Equal(400, clerk.Status);
        Assert.NotNull(clerk.Page.QuerySelector("#receivedOn-error"));
        Assert.Equal("髙橋", clerk.ValueOf("name.family"));
    }

    [Fact]
    public async Task What_was_typed_stays_until_it_is_right()
    {
        using var clerk = await city.Officer("clerk", $"/staff/applications/register?procedure={Officers.ChildAllowance}");
        await clerk.Fill("person", "account").Fill("account", "proxy").Fill("receivedTime", "0:01").PressAsync("回答の入力に進む");
        Assert.Contains("髙橋 𠮷子さんの分の回答を入力", clerk.Words);
        Assert.Equal("髙橋", clerk.ValueOf("applicant.family"));
        await clerk.Fill("telephone", "abc").PressAsync("受付を登録する");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("abc", clerk.ValueOf("telephone"));
        await clerk.Fill("telephone", "000-1234-5603").PressAsync("途中で保存する");
        await clerk.GoAsync(clerk.Path);
        Assert.Equal("000-1234-5603", clerk.ValueOf("telephone"));
    }

    [Fact]
    public async Task Another_divisions_procedure_cannot_be_entered()
    {
        using var clerk = await city.Officer("kaigo-clerk", $"/staff/applications/register?procedure={Officers.ChildAllowance}");
        Assert.DoesNotContain("児童手当認定請求", clerk.Words);
        using var director = await city.Officer("director", "/staff/applications/register");
        Assert.Equal(403, director.Status);
    }
}
