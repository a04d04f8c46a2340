using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Applications.Tests.Apply;

/// <summary>A form begun by one edition and finished by the next; what a procedure says before anybody begins.</summary>
public sealed class FormEditionTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Slug = "koho-haifu";

    [Fact]
    public async Task A_saved_form_is_carried_over_question_by_question_and_says_what_changed()
    {
        var answers = JsonNode.Parse((await city.Get("hanako", $"/api/v1/procedures/{Slug}")).Body.GetProperty("example").GetRawText())!.AsObject();
        (answers["reason"], answers["facilityName"], answers["deliverNote"]) = ("facility", "ひかり園", "裏口へ");
        var begun = await city.Post("hanako", $"/api/v1/procedures/{Slug}/saved-forms", new { answers });
        Assert.Equal(201, begun.Status);
        var path = $"/apply/{begun.Body.GetProperty("id").GetString()}";

        await city.ChangeAsync(Slug, definition =>
        {
            var questions = definition["form"]!["pages"]!.AsArray().Single(p => (string?)p!["id"] == "address")!["questions"]!.AsArray();
            questions.Remove(questions.Single(q => (string?)q!["id"] == "deliverNote"));
            questions.Single(q => (string?)q!["id"] == "facilityName")!["type"] = "longText";
            questions.Add(JsonNode.Parse("""{"id": "mailbox", "type": "yesNo", "label": {"ja": "郵便受けはありますか", "en": "Is there a mailbox?", "ja-easy": "{郵便|ゆうびん}{受|う}けが ありますか"}}"""));
            definition["example"]!["mailbox"] = true;
            definition["fee"] = JsonNode.Parse("""{"kind": "fixed", "charge": "actualCost", "amount": {"multiply": ["$copies", 1200]}, "text": {"ja": "1部につき実費がかかります。", "en": "Each copy has a cost.", "ja-easy": "お{金|かね}が かかります。"}}""");
        });

        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync(path + "/address");
        Assert.Contains("様式が新しくなりました", hanako.Words);
        Assert.Contains("新しい質問：郵便受けはありますか", hanako.Words);
        Assert.Contains("答え方が変わった質問：施設", hanako.Words);
        Assert.DoesNotContain("なくなった質問", hanako.Words);
        Assert.Equal(("花子", ""), (hanako.ValueOf("applicant.given"), hanako.ValueOf("facilityName")));

        await hanako.GoAsync(path + "/check");
        Assert.Contains("なくなった質問", hanako.Words);
        Assert.DoesNotContain("裏口へ", hanako.Words);
        Assert.DoesNotContain("1,200円", hanako.Words);

        await hanako.GoAsync(path + "/address");
        await hanako.Fill(("facilityName", "ひかり園"), ("mailbox", "true")).PressAsync("次へ進む");
        await hanako.GoAsync(path + "/check");
        Assert.Contains("料金1,200円", hanako.Words);
        Assert.Contains("なくなった質問", hanako.Words);

        await hanako.GoAsync(path + "/kind");
        Assert.DoesNotContain("様式が新しくなりました", hanako.Words);
    }

    [Fact]
    public async Task A_procedure_that_is_not_open_says_when_and_offers_no_button()
    {
        await city.ChangeAsync("shisei-anketo", definition => definition["opens"] = "2199-04-01T09:00");
        using var somebody = city.Visitor();
        await somebody.GoAsync("/procedures/shisei-anketo");
        Assert.Contains("いまは受け付けていません", somebody.Words);
        Assert.Contains("4月1日 09:00から", somebody.Words);
        Assert.Empty(somebody.Page.QuerySelectorAll("a[href^='/apply/begin']"));

        var early = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers = await ExampleAsync("shisei-anketo") });
        Assert.Equal((409, "procedure-not-open"), (early.Status, early.Body.GetProperty("code").GetString()));

        await city.ChangeAsync("shisei-anketo", definition =>
        {
            definition.Remove("opens");
            definition["closes"] = "2199-04-01T09:00";
            definition["limits"] = JsonNode.Parse("""{"oncePer": "account", "capacity": 2}""");
        });
        using var later = city.Visitor();
        await later.GoAsync("/procedures/shisei-anketo");
        Assert.Contains("お一人1回です。 2件になったら締め切ります。", later.Words);
        Assert.NotEmpty(later.Page.QuerySelectorAll("a[href^='/apply/begin']"));

        var first = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers = await ExampleAsync("shisei-anketo") });
        var again = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers = await ExampleAsync("shisei-anketo") });
        var second = await city.Post("taro", "/api/v1/procedures/shisei-anketo/applications", new { answers = await ExampleAsync("shisei-anketo") });
        var third = await city.Post("kana", "/api/v1/procedures/shisei-anketo/applications", new { answers = await ExampleAsync("shisei-anketo") });
        Assert.Equal((201, 409, 201, 409), (first.Status, again.Status, second.Status, third.Status));
        Assert.Equal(("procedure-once", "procedure-full"), (again.Body.GetProperty("code").GetString(), third.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Once_a_household_is_once_an_account_whatever_address_it_writes()
    {
        await city.ChangeAsync("juminhyo-utsushi", definition => definition["limits"] = JsonNode.Parse("""{"oncePer": "household"}"""));
        var answers = await ExampleAsync("juminhyo-utsushi");
        var first = await city.Post("hanako", "/api/v1/procedures/juminhyo-utsushi/applications", new { answers });
        answers["address"]!["building"] = "コーポ汐風204";
        var again = await city.Post("hanako", "/api/v1/procedures/juminhyo-utsushi/applications", new { answers });
        var neighbour = await city.Post("taro", "/api/v1/procedures/juminhyo-utsushi/applications", new { answers });
        Assert.Equal((201, 409, 201), (first.Status, again.Status, neighbour.Status));
        Assert.Equal("procedure-once", again.Body.GetProperty("code").GetString());
    }

    private async Task<JsonNode> ExampleAsync(string slug) =>
        JsonNode.Parse((await city.Get("hanako", $"/api/v1/procedures/{slug}")).Body.GetProperty("example").GetRawText())!;
}
