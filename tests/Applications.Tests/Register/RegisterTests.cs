using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Applications.Tests.Review;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.Extensions.DependencyInjection;

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
        var form = clerk.Path.Split('?', '#')[0];
        await clerk.GoAsync("/staff/applications/register");
        Assert.Contains("途中で保存した受付", clerk.Words);
        Assert.NotNull(clerk.Page.QuerySelector($"a[href='{form}']"));
        await clerk.GoAsync(form);
        Assert.Equal("000-1234-5603", clerk.ValueOf("telephone"));
    }

    [Fact]
    public async Task The_matter_carries_channel_person_and_the_day_of_arrival()
    {
        using var clerk = await BegunAsync("渡邉󠄂", "花");
        await clerk.PressAsync("受付を登録する");
        Assert.Contains("受付を登録しました", clerk.Words);
        Assert.Contains("郵送", clerk.Words);
        Assert.Contains("0時00分", clerk.Words);
        Assert.Contains("オンラインの利用登録なし", clerk.Words);
    }

    [Fact]
    public async Task Whoever_opens_an_account_is_recorded_and_a_protected_person_gives_away_only_the_name()
    {
        using var clerk = await city.Officer("clerk", $"/staff/applications/register?procedure={Officers.ChildAllowance}");
        await clerk.Fill("person", "account").Fill("account", "kana").Fill("receivedTime", "0:01").PressAsync("回答の入力に進む");
        Assert.NotEmpty(clerk.ValueOf("applicant.family")!);
        Assert.Equal("", clerk.ValueOf("telephone"));
        Assert.Equal("", clerk.ValueOf("address.street"));
        await clerk.GoAsync(clerk.Path);
        await Eventually.See(async () => await ViewsAsync("kana") == 3 ? "" : null, "three views: when it began, and at each look");
    }

    [Fact]
    public async Task Pressed_twice_it_becomes_one_matter()
    {
        using var clerk = await BegunAsync("二度押", "試");
        await clerk.PressTwiceAsync("受付を登録する");
        Assert.Equal(200, clerk.Status);
        Assert.Contains("受付を登録しました", clerk.Words);
        var (_, found) = await city.Get("clerk", $"/api/v1/applications?q={Uri.EscapeDataString("二度押 試")}");
        Assert.Single(found.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Another_divisions_procedure_cannot_be_entered()
    {
        using var clerk = await city.Officer("kaigo-clerk", $"/staff/applications/register?procedure={Officers.ChildAllowance}");
        Assert.DoesNotContain("児童手当認定請求", clerk.Words);
        using var director = await city.Officer("director", "/staff/applications/register");
        Assert.Equal(403, director.Status);
    }

    private Task<long> ViewsAsync(string account) => city.Get<IServiceScopeFactory>().RunAsync(async services => (long)(await services.GetRequiredService<Database>()
        .ScalarAsync("select count(*) from kernel_audit where action = 'view' and actor_id = 'clerk' and subject_kind = 'account' and subject_id = @id", default, ("@id", account)))!);

    /// <summary>A letter of midnight in this person's name, its form filled in as the definition's example.</summary>
    private async Task<Visitor> BegunAsync(string family, string given)
    {
        var clerk = await city.Officer("clerk", $"/staff/applications/register?procedure={Officers.ChildAllowance}");
        await clerk.Fill(("channel", "mail"), ("receivedTime", "0:00"), ("name.family", family), ("name.given", given), ("name.familyKana", "わたなべ"), ("name.givenKana", "はな")).PressAsync("回答の入力に進む");
        Assert.Equal(family, clerk.ValueOf("applicant.family"));

        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{Officers.ChildAllowance}");
        var answers = JsonNode.Parse(procedure.GetProperty("example").GetRawText())!.AsObject();
        (answers["applicant"]!["family"], answers["applicant"]!["given"]) = (family, given);
        using var caller = city.Caller("clerk");
        using var kept = await caller.PutAsJsonAsync($"/api/v1/saved-forms/{clerk.Path.Split('/')[^1]}", new { answers });
        Assert.True(kept.IsSuccessStatusCode);
        return await clerk.GoAsync(clerk.Path);
    }
}
