using System.Text.Json;
using Madoguchi.Testing;

namespace Applications.Tests.Ways;

/// <summary>児童手当: from the telephone at night to the signed notice.</summary>
public sealed class WayOfAChildAllowance(Cities cities) : IClassFixture<Cities>
{
    private const string Slug = "jido-teate-nintei";

    [Theory, ClassData(typeof(Databases))]
    public async Task From_application_over_correction_and_approval_to_a_notice_anyone_can_check(string database)
    {
        var city = await cities.On(database);
        var matter = await Matter.Submitted(city, Slug);
        Assert.Equal(["arrived"], await matter.LettersTo("hanako"));

        await matter.Does("clerk", "accept");
        await matter.Does("clerk", "assign", new { assignee = "clerk" });
        var asked = await matter.Does("clerk", "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });
        Assert.Equal("correctionRequested", asked.GetProperty("status").GetString());
        await matter.IsRefused("hanako", "correct", new { answers = new { birthDate = "1990-01-01" } }, 422, "invalid");
        await matter.Does("hanako", "correct", new { answers = new { telephone = "０００－１２３４－９９９９" } });
        var corrected = await matter.SeenBy("hanako");
        Assert.Equal("underReview", corrected.GetProperty("status").GetString());
        Assert.Equal("00012349999", corrected.GetProperty("answers").GetProperty("telephone").GetString());

        await matter.Does("clerk", "propose", new { disposition = "grant", reason = "児童手当法4条1項の要件を満たす。" });
        await matter.IsRefused("clerk", "propose", new { disposition = "grant", reason = "もう一度" }, 409, "not-under-review");
        Assert.DoesNotContain("proposed", await matter.HistoryFor("hanako"));
        await matter.Approves("chief", "endorse");
        await matter.Approves("manager", "decide");
        Assert.Equal("decided", await matter.StatusFor("clerk"));

        using var notice = JsonDocument.Parse(await matter.NoticeIssued("clerk"));
        Assert.Matches("^8み子支(指令)?第[0-9]+号$", notice.RootElement.GetProperty("documentNumber").GetString());
        Assert.Equal("decided", await matter.StatusFor("hanako"));
        var pdf = await matter.Pdf("hanako", notice.RootElement.GetProperty("id").GetString()!);
        Assert.Equal("completed", await matter.StatusFor("hanako"));
        await ChecksOut(city, matter, notice.RootElement, pdf);
        Assert.Contains("noticeAvailable", await matter.LettersTo("hanako"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_returned_draft_goes_back_to_the_review_and_nothing_of_it_is_public(string database)
    {
        var matter = await Matter.Submitted(await cities.On(database), Slug, "taro");
        await matter.Does("clerk", "accept");
        await matter.Does("clerk", "propose", new { disposition = "deny", reason = "①児童手当法4条 ②監護 ③監護していない ④したがって却下する" });
        await matter.Approves("chief", "return", new { to = "drafter", reason = "事実の確認が足りません。" });

        Assert.Equal("underReview", await matter.StatusFor("clerk"));
        Assert.Equal("underReview", await matter.StatusFor("taro"));
        Assert.DoesNotContain(await matter.HistoryFor("taro"), kind => kind is "proposed" or "returned");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Many_matters_are_decided_on_one_list_and_one_is_taken_out(string database)
    {
        var city = await cities.On(database);
        var first = await Matter.Submitted(city, Slug, "taro");
        var second = await Matter.Submitted(city, Slug, "kana");
        foreach (var matter in new[] { first, second }) await matter.Does("clerk", "accept");

        var (status, approval) = await city.Post("clerk", "/api/v1/applications/propose",
            new { intakeNumbers = new[] { first.Number, second.Number }, disposition = "grant", reason = "児童手当法4条1項の要件を満たす。", title = "認定者名簿" });
        Assert.True(status == 200, approval.ToString());
        Assert.Equal(2, approval.GetProperty("applications").GetArrayLength());
        await second.Approves("chief", "remove", new { intakeNumber = second.Number, reason = "前住所地の確認中です。" });
        await first.Approves("chief", "endorse");
        await first.Approves("manager", "decide");

        Assert.Equal("decided", await first.StatusFor("clerk"));
        Assert.Equal("underReview", await second.StatusFor("clerk"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task An_application_in_law_is_never_closed_without_an_answer(string database)
    {
        var matter = await Matter.Submitted(await cities.On(database), Slug, "taro");
        await matter.IsRefused("clerk", "close", new { reasonCode = "notNeeded", reason = "不要" }, 409, "decision-required");
        await matter.IsRefused("clerk", "complete", new { }, 409, "decision-required");
        await matter.IsRefused("hanako", "withdraw", new { }, 404, "not-found");
        await matter.IsRefused("kaigo-clerk", "accept", new { }, 404, "not-found");
        await matter.IsRefused("taro", "accept", new { }, 403, "not-permitted");
        var withdrawn = await matter.Does("taro", "withdraw", new { reason = "事情が変わりました。" });
        Assert.Equal("withdrawn", withdrawn.GetProperty("status").GetString());
    }

    private static async Task ChecksOut(DemoCity city, Matter matter, JsonElement notice, byte[] pdf)
    {
        var intact = await matter.IsVerified(pdf);
        Assert.True(intact.GetProperty("known").GetBoolean() && intact.GetProperty("intact").GetBoolean(), intact.ToString());
        pdf[pdf.Length / 2] ^= 1;
        Assert.False((await matter.IsVerified(pdf)).GetProperty("intact").GetBoolean());
        var (status, verified) = await city.Get(null, $"/api/v1/verify/{notice.GetProperty("verificationCode").GetString()}");
        Assert.Equal(200, status);
        Assert.Equal("valid", verified.GetProperty("state").GetString());
    }
}
