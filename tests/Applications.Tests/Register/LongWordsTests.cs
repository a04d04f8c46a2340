using System.Text.Json.Nodes;
using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Register;

/// <summary>What is longer than a column is refused beside its field on both databases, never found out later.</summary>
public sealed class LongWordsTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_person_without_an_account_has_a_telephone_an_address_and_a_birthday_that_letters_can_bear(string database)
    {
        var city = await cities.On(database);
        Assert.Contains("onBehalfOf.phone", await RefusedAsync(city, new { name = "試験 花", kana = "シケン ハナ", phone = "03-1234-5678 内線1234 福祉課 山田様" }));
        Assert.Contains("onBehalfOf.address", await RefusedAsync(city, new { name = "試験 花", kana = "シケン ハナ", address = new { postalCode = "123-45678", town = "港町" } }));
        Assert.Contains("onBehalfOf.address", await RefusedAsync(city, new { name = "試験 花", kana = "シケン ハナ", address = new { postalCode = "123-4567", town = new string('港', 500) } }));
        Assert.Contains("onBehalfOf.birthDate", await RefusedAsync(city, new { name = "試験 花", kana = "シケン ハナ", birthDate = "9999-12-31" }));
        Assert.Contains("onBehalfOf.name", await RefusedAsync(city, new { name = "あ" + new string('\u0301', 2000), kana = "シケン ハナ" }));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_name_of_many_marks_is_refused_and_one_of_rare_variants_is_taken(string database)
    {
        var city = await cities.On(database);
        var (status, _) = await Matter.TrySubmit(city, Officers.ChildAllowance, "hanako", a => a["applicant"]!["family"] = "あ" + new string('\u0301', 2000));
        Assert.Equal(422, status);
        var rare = string.Concat(Enumerable.Repeat("\U00020BB7\U000E0100", 50));
        await Matter.Submitted(city, Officers.ChildAllowance, "hanako", a => (a["applicant"]!["family"], a["applicant"]!["given"]) = (rare, rare));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_page_that_no_form_has_is_not_kept(string database)
    {
        var city = await cities.On(database);
        var (_, form) = await city.Post("hanako", "/api/v1/procedures/kosodate-koza/saved-forms", new { });
        using var hanako = city.Caller("hanako");
        using var kept = await hanako.PutAsync($"/api/v1/saved-forms/{form.GetProperty("id").GetString()}",
            new StringContent(new JsonObject { ["answers"] = new JsonObject(), ["page"] = new string('x', 300) }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(200, (int)kept.StatusCode);
        Assert.DoesNotContain("xxx", await kept.Content.ReadAsStringAsync());
    }

    private static async Task<IEnumerable<string>> RefusedAsync(DemoCity city, object person)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{Officers.ChildAllowance}");
        var (status, body) = await city.Post("clerk", $"/api/v1/procedures/{Officers.ChildAllowance}/applications",
            new { answers = procedure.GetProperty("example"), channel = "paper", receivedAt = DateTimeOffset.UtcNow.AddMinutes(-5), onBehalfOf = person });
        Assert.True(status == 422, $"{status} {body}");
        return body.GetProperty("errors").EnumerateObject().Select(e => e.Name);
    }
}
