using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Review;

/// <summary>補正依頼 over the API: until when, and what a client may send.</summary>
public sealed class CorrectionRequestTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_last_day_on_which_the_city_hall_is_closed_moves_on_to_the_next_open_one()
    {
        var matter = await city.UnderReview();
        var january = new DateOnly(DateTime.UtcNow.Year + 1, 1, 1);
        var asked = await matter.Does("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new[] { "account" }, dueOn = $"{january:yyyy-MM-dd}" });
        var dueOn = DateOnly.Parse(asked.GetProperty("correction").GetProperty("dueOn").GetString()!, null);
        Assert.True(dueOn >= january.AddDays(3), $"{dueOn}");
        Assert.False(dueOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{dueOn}");
    }

    [Fact]
    public async Task Days_beyond_all_reason_are_refused()
    {
        var matter = await city.UnderReview();
        await matter.IsRefused("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new[] { "account" }, dueOn = "9999-12-31" }, 422, "invalid");
        await matter.IsRefused("clerk", "extend", new { until = "9999-12-31", reason = "照会に時間を要するため" }, 422, "invalid");
    }

    [Fact]
    public async Task Nothing_in_a_list_opens_nothing()
    {
        var matter = await city.UnderReview();
        await matter.IsRefused("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new string?[] { null } }, 422, "invalid");
        await matter.IsRefused("clerk", "request-correction", new { reason = "支店名が読み取れません。", documents = new string?[] { null } }, 422, "invalid");
    }

    [Fact]
    public async Task A_message_to_somebody_without_an_account_is_refused_and_not_lost_unseen()
    {
        var matter = await city.Telephoned("kosodate-koza", 1);
        await matter.IsRefused("clerk", "message", new { body = "お待ちしています。" }, 409, "no-account");
    }

    [Fact]
    public async Task A_resident_does_not_learn_who_works_on_the_matter_by_asking_for_it()
    {
        var matter = await city.UnderReview("kana");
        await matter.Does("clerk", "assign", new { assignee = "clerk" });
        foreach (var somebody in new[] { "clerk", "chief" })
        {
            var (_, list) = await city.Get("kana", $"/api/v1/applications?assignee={somebody}");
            Assert.Contains(list.GetProperty("items").EnumerateArray(), i => i.GetProperty("intakeNumber").GetString() == matter.Number);
        }
    }
}
