using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Decisions;

/// <summary>What officers and the applicant do at the same moment.</summary>
public sealed class MeetingActsTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_decision_and_a_withdrawal_that_meet_are_told_who_was_first_never_an_incident(string database)
    {
        var city = await cities.On(database);
        for (var i = 0; i < 4; i++)
        {
            var matter = await city.UnderReview();
            await matter.Does("clerk", "propose", new { disposition = "grant", reason = "基準に適合" });
            var waiting = (await city.Get("chief", $"/api/v1/approvals?application={matter.Number}")).Body.GetProperty("items")[0];
            var approval = $"/api/v1/approvals/{waiting.GetProperty("id").GetString()}";
            Assert.Equal(200, (await city.Post("chief", $"{approval}/endorse", new { })).Status);

            var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => (n % 4) switch
            {
                0 => matter.Tries("hanako", "withdraw"),
                1 => city.Post("clerk", $"{approval}/recall", new { }),
                2 => city.Post("manager", $"{approval}/reject", new { reason = "要件を欠く" }),
                _ => city.Post("manager", $"{approval}/decide", new { }),
            }));
            Assert.Contains(asked, a => a.Status == 200);
            // 503: the notice has its number and is being printed.
            Assert.All(asked, a => Assert.True(a.Status is 200 or 409 or 503, $"{a}"));
        }
    }
}
