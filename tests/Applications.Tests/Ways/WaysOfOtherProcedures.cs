using System.Text.Json;
using Madoguchi.Testing;

namespace Applications.Tests.Ways;

/// <summary>The other five real procedures, each on its own way to its end.</summary>
public sealed class WaysOfOtherProcedures(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task Care_need_is_extended_in_writing_and_denied_as_not_in_need(string database)
    {
        var matter = await Matter.Submitted(await cities.On(database), "kaigo-nintei");
        await matter.Does("kaigo-clerk", "accept");
        foreach (var phase in new[] { "survey", "opinion", "board" }) await matter.Does("kaigo-clerk", "set-phase", new { phase });
        var due = DateOnly.Parse((await matter.SeenBy("kaigo-clerk")).GetProperty("dueOn").GetString()!, null);
        Assert.Equal(30, due.DayNumber - ArrivedOn(await matter.SeenBy("kaigo-clerk")).DayNumber);
        await matter.Does("kaigo-clerk", "extend", new { until = due.AddDays(20).ToString("yyyy-MM-dd"), reason = "主治医意見書が届いていないため。" });
        await matter.NoticeIssued("kaigo-clerk");
        await matter.Does("kaigo-clerk", "propose", new { disposition = "deny", reason = "①介護保険法27条 ②審査会の判定 ③基本動作が自立 ④したがって非該当とする" });
        await matter.Approves("kaigo-chief", "endorse");
        await matter.Approves("kaigo-manager", "decide");
        await Decided(matter, "kaigo-clerk", "hanako");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_resident_record_copy_is_completed_with_the_notice_of_its_dispatch(string database)
    {
        var matter = await Matter.Submitted(await cities.On(database), "juminhyo-utsushi");
        await matter.Does("citizen-clerk", "accept");
        await matter.IsRefused("citizen-clerk", "complete", new { result = new { } }, 422, "invalid");
        var done = await matter.Does("citizen-clerk", "complete", new
        {
            result = new { dispatchedOn = "2026-11-24", copies = 1, postMethod = "普通郵便", fee = 300, postage = 110, total = 410 },
        });
        Assert.Equal("completed", done.GetProperty("status").GetString());
        await matter.NoticeIssued("citizen-clerk");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_disaster_victim_certificate_states_one_of_six_grades(string database)
    {
        var city = await cities.On(database);
        var (_, procedure) = await city.Get(null, "/api/v1/procedures/risai-shomei");
        var matter = await Matter.Submitted(city, "risai-shomei");
        await matter.Does("disaster-clerk", "accept");
        await matter.Does("disaster-clerk", "propose", new { disposition = "grant", reason = "現地調査の結果による。", result = RequiredResult(procedure, "grant") });
        await matter.Approves("disaster-chief", "endorse");
        await matter.Approves("disaster-manager", "decide");
        await Decided(matter, "disaster-clerk", "hanako");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_road_occupancy_needs_both_other_divisions_and_carries_its_conditions(string database)
    {
        var matter = await Matter.Submitted(await cities.On(database), "doro-senyo", "builder");
        await matter.Does("road-clerk", "accept");
        await matter.Does("road-clerk", "set-phase", new { phase = "police" });
        await matter.IsRefused("road-clerk", "propose", new { disposition = "grantWithConditions", reason = "道路法33条の基準に適合する。", result = new { charge = 12000 } }, 422, "invalid");
        await matter.Does("road-clerk", "propose", new
        {
            disposition = "grantWithConditions", reason = "道路法33条の基準に適合する。", conditions = "夜間は保安灯を点けること。\n工事の完了後、原状に復すること。", result = new { charge = 12000 },
        });
        await matter.Approves("road-chief", "endorse");
        await matter.Approves("planning-manager", "concur");
        await matter.Approves("sewer-manager", "concur", new { comment = "埋設管に支障なし" });
        await matter.Approves("road-manager", "decide");
        await Decided(matter, "road-clerk", "builder");
    }

    private static DateOnly ArrivedOn(JsonElement matter) => DateOnly.FromDateTime(DateTimeOffset.Parse(matter.GetProperty("arrivedAt").GetString()!, null).DateTime);

    private static async Task Decided(Matter matter, string staff, string resident)
    {
        Assert.Equal("decided", await matter.StatusFor(staff));
        var decision = await Eventually.See(async () =>
        {
            var seen = await matter.SeenBy(resident);
            return seen.GetProperty("status").GetString() == "decided" ? seen.GetProperty("decision").GetRawText() : null;
        }, "the decision");
        Assert.Contains("label", decision, StringComparison.Ordinal);
    }

    /// <summary>A value for each result field that is required and not computed, by its type.</summary>
    private static Dictionary<string, object> RequiredResult(JsonElement procedure, string disposition)
    {
        var fields = procedure.GetProperty("dispositions").EnumerateArray().First(d => d.GetProperty("kind").GetString() == disposition).GetProperty("result");
        return fields.EnumerateArray().Where(f => f.GetProperty("required").GetBoolean() && !f.GetProperty("computed").GetBoolean())
            .ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("type").GetString() switch
            {
                "choice" => f.GetProperty("options")[2].GetProperty("code").GetString()!,
                "number" or "yen" => 1,
                "date" => "2026-11-20",
                "yesNo" => true,
                _ => (object)"みなと台市",
            });
    }
}
