using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Tests.Api;

public sealed class ApprovalsApiTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Root = "/api/v1/approvals";

    private Task<(int Status, JsonElement Body)> Act(string who, Guid id, string verb, object? body = null) => city.Post(who, $"{Root}/{id}/{verb}", body ?? new { });

    private async Task<Guid[]> BoxOf(string who, string query) =>
        [.. (await city.Get(who, $"{Root}?{query}")).Body.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetGuid())];

    [Fact]
    public async Task From_draft_to_decision()
    {
        var number = Desk.NextNumber();
        var id = await city.Has("clerk", number);
        Assert.Contains(id, await BoxOf("chief", "box=inbox"));
        Assert.DoesNotContain(id, await BoxOf("manager", "box=inbox"));
        Assert.Contains(id, await BoxOf("clerk", "box=sent"));

        var (status, endorsed) = await Act("chief", id, "endorse", new { comment = "確認しました" });
        Assert.Equal(200, status);
        Assert.Equal("routing", endorsed.GetProperty("state").GetString());
        var step = endorsed.GetProperty("route")[0];
        Assert.Equal(("done", "endorse", "kosodate.chief", "chief", "確認しました"), (
            step.GetProperty("state").GetString(), step.GetProperty("kind").GetString(), step.GetProperty("post").GetString(),
            step.GetProperty("actor").GetProperty("id").GetString(), step.GetProperty("comment").GetString()));
        Assert.EndsWith("+09:00", step.GetProperty("at").GetString());
        Assert.Contains(id, await BoxOf("manager", "box=inbox"));
        Assert.Contains(id, await BoxOf("chief", "box=inbox"));
        Assert.Contains(id, await BoxOf("chief", "box=done"));

        (status, var decided) = await Act("manager", id, "decide");
        Assert.Equal(200, status);
        Assert.Equal("decided", decided.GetProperty("state").GetString());
        Assert.Equal(number, decided.GetProperty("application").GetString());
        Assert.Equal("髙橋 𠮷子さんの認定", decided.GetProperty("subject").GetString());
        Assert.Equal("clerk", decided.GetProperty("drafter").GetProperty("id").GetString());
        Assert.Equal("15,000円", decided.GetProperty("items")[0].GetProperty("facts")[0].GetProperty("value").GetString());
        Assert.Equal(["draft", "endorse", "decide"], decided.GetProperty("acts").EnumerateArray().Select(a => a.GetProperty("verb").GetString()));
        Assert.Equal([id], await BoxOf("clerk", $"application={number}"));
        Assert.Empty(await BoxOf("manager", $"box=inbox&application={number}"));
    }

    [Theory]
    [InlineData("chief", "decide", 409, "wrong-act")]
    [InlineData("manager", "decide", 409, "wrong-act")]
    [InlineData("clerk", "endorse", 403, "post-not-yours")]
    [InlineData("director", "endorse", 403, "post-not-yours")]
    [InlineData("manager", "recall", 403, "draft-not-yours")]
    [InlineData("chief", "return", 422, "invalid")]
    [InlineData("chief", "reject", 422, "invalid")]
    [InlineData("kaigo-manager", "endorse", 404, "not-found")]
    [InlineData("records", "endorse", 403, "not-permitted")]
    [InlineData("hanako", "endorse", 403, "not-permitted")]
    [InlineData("chief", "draft", 404, "not-found")]
    [InlineData("chief", "Endorse", 404, "not-found")]
    [InlineData(null, "endorse", 401, "sign-in-required")]
    public async Task What_is_not_theirs_is_refused_by_name(string? who, string verb, int status, string code)
    {
        var id = await city.Has();
        var answer = await city.Post(who, $"{Root}/{id}/{verb}", new { });
        Assert.Equal((status, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
        Assert.Equal(1, (await city.Get("clerk", $"{Root}/{id}")).Body.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task The_drafter_on_the_step_is_refused()
    {
        var id = await city.Has("manager");
        Assert.Equal(200, (await Act("chief", id, "endorse")).Status);
        var answer = await Act("manager", id, "decide");
        Assert.Equal((409, "own-draft"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Missing_reasons_are_said_beside_the_fields_in_the_callers_language()
    {
        var id = await city.Has();
        using var caller = city.Caller("chief");
        caller.DefaultRequestHeaders.Add("Accept-Language", "en");
        var answer = await caller.PostAsJsonAsync($"{Root}/{id}/return", new { to = 5 });
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal("Enter a reason", errors.GetProperty("reason")[0].GetString());
        Assert.Equal("Choose the drafter or an earlier step", errors.GetProperty("to")[0].GetString());

        Assert.Equal(422, (await Act("chief", id, "endorse", new { comment = new string('あ', 2001) })).Status);
        Assert.Equal(422, (await Act("chief", id, "endorse", new { comment = "a\u0001b" })).Status);
        Assert.Equal(400, (await Act("chief", id, "endorse", new { comment = 5 })).Status);
    }

    [Fact]
    public async Task Returned_to_a_step_by_number_and_then_to_the_drafter()
    {
        var id = await city.Has();
        await Act("chief", id, "endorse");
        var (status, body) = await Act("manager", id, "return", new { to = 1, reason = "額を確かめる" });
        Assert.Equal((200, "active", "waiting"), (status, body.GetProperty("route")[0].GetProperty("state").GetString(), body.GetProperty("route")[1].GetProperty("state").GetString()));
        (status, body) = await Act("chief", id, "return", new { to = "drafter", reason = "書き直す" });
        Assert.Equal((200, "returned"), (status, body.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Two_sections_concur_at_the_same_time()
    {
        var id = await city.HasRoad();
        await Act("road-chief", id, "endorse");
        Assert.Contains(id, await BoxOf("sewer-manager", "box=inbox"));

        var both = await Task.WhenAll(Act("sewer-manager", id, "object", new { reason = "管の移設が要る" }), Act("planning-manager", id, "concur"));

        Assert.All(both, a => Assert.Equal(200, a.Status));
        var (_, body) = await Act("road-manager", id, "decide");
        Assert.Equal("decided", body.GetProperty("state").GetString());
        Assert.Single(body.GetProperty("route").EnumerateArray(), s => s.GetProperty("state").GetString() == "objected");
    }

    [Fact]
    public async Task The_second_of_two_officers_learns_that_it_changed()
    {
        var id = await city.Has();
        using var chief = city.Caller("chief");
        chief.DefaultRequestHeaders.Add("If-Match", "\"1\"");

        var first = await chief.PostAsJsonAsync($"{Root}/{id}/endorse", new { });
        Assert.Equal("\"2\"", first.Headers.ETag?.Tag);
        var second = await chief.PostAsJsonAsync($"{Root}/{id}/endorse", new { });
        Assert.Equal(412, (int)second.StatusCode);
        Assert.Equal(409, (await Act("chief", id, "endorse")).Status);
    }

    [Fact]
    public async Task Of_many_at_once_one_wins()
    {
        var id = await city.Has();
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Act("chief", id, "endorse")));
        Assert.Single(all, a => a.Status == 200);
        Assert.Equal(5, all.Count(a => a.Status == 409));
    }

    [Fact]
    public async Task Taken_out_of_the_list_acted_for_and_read_afterwards()
    {
        string[] numbers = [Desk.NextNumber(), Desk.NextNumber()];
        var id = await city.Has("clerk", numbers);
        var (status, body) = await Act("chief", id, "remove", new { intakeNumber = numbers[0], reason = "書類を確かめる" });
        Assert.Equal((200, numbers[1]), (status, body.GetProperty("applications").EnumerateArray().Single().GetString()));
        Assert.Equal("last-item", (await Act("chief", id, "remove", new { intakeNumber = numbers[1], reason = "これも" })).Body.GetProperty("code").GetString());

        await Act("chief", id, "endorse");
        Assert.Equal(422, (await Act("chief", id, "act-for", new { post = "kosodate.manager" })).Status);
        (status, body) = await Act("chief", id, "act-for", new { post = "kosodate.manager", reason = "課長不在、支給日が迫る" });
        Assert.Equal((200, "decided", true), (status, body.GetProperty("state").GetString(), body.GetProperty("route")[1].GetProperty("actedFor").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, body.GetProperty("route")[1].GetProperty("postReviewedAt").ValueKind);
        (status, body) = await Act("manager", id, "post-review");
        Assert.Equal(200, status);
        Assert.Equal(JsonValueKind.String, body.GetProperty("route")[1].GetProperty("postReviewedAt").ValueKind);
    }

    [Fact]
    public async Task Rejected_or_recalled_it_is_over()
    {
        var rejected = await city.Has();
        Assert.Equal("rejected", (await Act("chief", rejected, "reject", new { reason = "要件を欠く" })).Body.GetProperty("state").GetString());
        var recalled = await city.Has();
        Assert.Equal("recalled", (await Act("clerk", recalled, "recall")).Body.GetProperty("state").GetString());
        Assert.Equal("not-routing", (await Act("chief", recalled, "endorse")).Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap()
    {
        for (var i = 0; i < 5; i++) await city.Has("kaigo-clerk");
        var seen = new List<Guid>();
        var after = "";
        do
        {
            var (_, page) = await city.Get("kaigo-clerk", $"{Root}?box=sent&limit=2{after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(400, (await city.Get("clerk", $"{Root}?after=x")).Status);
        Assert.Equal(400, (await city.Get("clerk", $"{Root}?box=trash")).Status);
        Assert.Equal(403, (await city.Get("hanako", Root)).Status);
    }

    [Fact]
    public async Task Other_modules_find_the_approvals_of_an_item_and_take_it_out()
    {
        var number = Desk.NextNumber();
        var id = await city.Has("clerk", number);
        var again = await city.Starts("clerk", [number], new ApprovalStepDraft(1, ApprovalStepKind.Decide, "kosodate.manager"));
        Assert.Equal("already-routing", again.Refusal?.Code);

        var found = await city.As("clerk", s => s.GetRequiredService<IApprovals>().OfItemsAsync([number]));
        Assert.Equal((id, ApprovalState.Routing, "clerk"), (found.Single().Id, found[0].State, found[0].DrafterId));
        Assert.True(await city.As("clerk", s => s.GetRequiredService<IApprovals>().InvolvesAsync(number, ["kosodate.chief"])));
        Assert.False(await city.As("clerk", s => s.GetRequiredService<IApprovals>().InvolvesAsync(number, ["gesui.manager"])));

        await city.As("hanako", async s =>
        {
            await s.GetRequiredService<IApprovals>().TakeOutAsync(number, "取下げ");
            return true;
        });
        var (_, body) = await city.Get("clerk", $"{Root}/{id}");
        Assert.Equal(("recalled", number), (body.GetProperty("state").GetString(), body.GetProperty("application").GetString()));
    }
}
