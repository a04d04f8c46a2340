using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Web.Tests.Api;

/// <summary>Hostile answers, words and addresses: refused with a sentence, never an incident, and nothing stored.</summary>
public sealed class HostileTests(Cities cities) : IClassFixture<Cities>
{
    private static readonly string[] Slugs = ["jido-teate-nintei", "kaigo-nintei", "juminhyo-utsushi", "risai-shomei", "doro-senyo", "kosodate-koza"];

    // As JSON text: an unpaired surrogate exists only there.
    private static readonly string[] Values =
    [
        "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u0007\\u001b[31m\"", "\"\\u202e\\ufeff\"", "\"\\n\\n\\r\\n\"", "\"\\t\"",
        "1e308", "-1e308", "123456789012345678901234567890", "0.1", "-0", "1e-400", "9223372036854775808", "-1", "2147483648",
        "\"9999-12-31\"", "\"0001-01-01\"", "\"2026-02-30\"", "\"-2026-01-01\"", "\"2026-01-01T00:00:00Z\"", "\"＠\"", "\"@-3y\"", "\"@+99999999d\"",
        "{}", "[]", "[[]]", "[null]", "[{}]", "null", "true", "\"\"", "\" \"", "\"<script>alert(1)</script>\"", "\"'; drop table applications_applications; --\"",
        "{\"family\":\"\\ud800\",\"given\":7}", "{\"postalCode\":\"\\u0000\",\"unknown\":{}}", "[\"sample-pdf\",\"sample-pdf\"]", "[\"../../etc/passwd\"]", "[\"00000000000000000000000000000000\"]",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}",
    ];

    [Theory, ClassData(typeof(Databases))]
    public async Task Hostile_answers_are_never_an_incident(string database)
    {
        var city = await cities.On(database);
        var random = new Random(20261124);
        foreach (var slug in Slugs)
        {
            var example = await city.ExampleAsync(slug);
            for (var i = 0; i < 50; i++)
            {
                var json = Mutated(example, random);
                var validated = await city.PostJsonAsync(null, $"/api/v1/procedures/{slug}/validate", json);
                Assert.True(validated.Status is 200 or 400 or 422, $"{slug} validate {json}: {validated}");
                if (i % 5 == 0) await IsRefusedOrTakenAsync(city, slug, json);
            }

            foreach (var text in new[] { "\"" + new string('あ', 100_000) + "\"", "\"" + string.Concat(Enumerable.Repeat("e\u0301", 50_000)) + "\"" })
            {
                var answer = await city.PostJsonAsync("hanako", $"/api/v1/procedures/{slug}/applications", With(example, example.First().Key, text));
                Assert.True(answer.Status is 400 or 413 or 422, $"{slug}: {answer.Status}");
            }
        }
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Hostile_words_of_a_verb_are_never_an_incident(string database)
    {
        var city = await cities.On(database);
        var number = (await city.PostJsonAsync("hanako", "/api/v1/procedures/jido-teate-nintei/applications", await city.SubmissionAsync("jido-teate-nintei"))).Body.GetProperty("intakeNumber").GetString();
        (string Who, string Verb, string[] Fields)[] verbs =
        [
            ("clerk", "note", ["body"]), ("clerk", "message", ["body"]), ("hanako", "message", ["body"]), ("clerk", "assign", ["assignee"]), ("clerk", "set-phase", ["phase"]),
            ("clerk", "request-correction", ["reason", "questions", "documents", "dueOn"]), ("hanako", "correct", ["answers"]), ("clerk", "amend", ["answers", "reason"]),
            ("clerk", "extend", ["until", "reason"]), ("clerk", "close", ["reasonCode", "reason"]), ("clerk", "propose", ["disposition", "reason", "conditions", "result"]),
            ("clerk", "complete", ["note", "result"]),
        ];
        foreach (var (who, verb, fields) in verbs)
            foreach (var field in fields)
                foreach (var value in Values.Where(v => v is not "null"))
                {
                    var body = "{" + string.Join(',', fields.Select(f => $"\"{f}\":{(f == field ? value : "\"x\"")}")) + "}";
                    var answer = await city.PostJsonAsync(who, $"/api/v1/applications/{number}/{verb}", body);
                    Assert.True(answer.Status is 200 or 400 or 404 or 409 or 422, $"{who} {verb} {body}: {answer}");
                    if (answer.Status == 200) Assert.False(value.Contains("\\ud800") || value.Contains("\\udc00") || value.Contains("\\u0000"), $"Taken: {who} {verb} {body}");
                }
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Hostile_facts_of_a_counter_case_are_never_an_incident(string database)
    {
        var city = await cities.On(database);
        var answers = (await city.ExampleAsync("juminhyo-utsushi")).ToJsonString();
        string[] values = [.. Values, "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-12:00\"", "\"" + new string('1', 30) + "\"", "\"" + string.Concat(Enumerable.Repeat("葛\U000E0101", 100)) + "\""];
        foreach (var value in values)
            foreach (var body in new[]
            {
                $$"""{"channel":{{value}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","receivedAt":{{value}},"onBehalfOf":{"name":"山田","kana":"ヤマダ"},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{{value}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{"resident":{{value}}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{"name":{{value}},"kana":{{value}},"phone":{{value}}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{"name":"山田","kana":"ヤマダ","phone":{{value}}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{"name":"山田","kana":"ヤマダ","birthDate":{{value}}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","onBehalfOf":{"name":"山田","kana":"ヤマダ","address":{{value}}},"answers":{{answers}}}""",
                $$"""{"channel":"counter","noticeBy":{{value}},"onBehalfOf":{"name":"山田","kana":"ヤマダ"},"answers":{{answers}}}""",
            })
            {
                var answer = await city.PostJsonAsync("citizen-clerk", "/api/v1/procedures/juminhyo-utsushi/applications", body);
                Assert.True(answer.Status is 201 or 400 or 403 or 409 or 422, $"{body[..Math.Min(200, body.Length)]}: {answer}");
            }
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Hostile_addresses_are_never_an_incident(string database)
    {
        var city = await cities.On(database);
        string[] bad = ["%00", "a%00b", "%ED%A0%80", "%FF", "%F0%9F%92%A9", "%27", "%22", "%25", "%5C", "..%2f..%2f", "%E2%80%AE", "%EF%BF%BE", new('x', 3000), "-1", "1e9", "9999-12-31", "0001-01-01", "%0A"];
        string[] places =
        [
            "/api/v1/procedures?q={0}", "/api/v1/procedures?lifeEvent={0}", "/api/v1/procedures?division={0}", "/api/v1/procedures?audience={0}", "/api/v1/procedures/{0}",
            "/api/v1/applications?q={0}", "/api/v1/applications?procedure={0}", "/api/v1/applications?status={0}", "/api/v1/applications?division={0}", "/api/v1/applications?assignee={0}",
            "/api/v1/applications?arrivedFrom={0}", "/api/v1/applications?arrivedTo={0}", "/api/v1/applications?due={0}", "/api/v1/applications?sort={0}", "/api/v1/applications?limit={0}", "/api/v1/applications?after={0}",
            "/api/v1/applications/{0}", "/api/v1/applications/{0}/events", "/api/v1/approvals?box={0}", "/api/v1/approvals?application={0}", "/api/v1/approvals/{0}", "/api/v1/notices?application={0}",
            "/api/v1/notices/{0}/pdf", "/api/v1/verify/{0}", "/api/v1/messages?application={0}", "/api/v1/staff?division={0}", "/api/v1/files/{0}", "/api/v1/saved-forms/{0}",
        ];
        foreach (var place in places)
            foreach (var text in bad)
                foreach (var account in new[] { "clerk", "hanako", null })
                {
                    var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, place, text);
                    var answer = await city.SendAsync(account, HttpMethod.Get, path);
                    Assert.True(answer.Status < 500, $"{account} {path}: {answer}");
                }
    }

    [Theory]
    [InlineData("/api/v1/applications?limit=abc")]
    [InlineData("/api/v1/applications?limit=500")]
    [InlineData("/api/v1/applications?arrivedFrom=x")]
    [InlineData("/api/v1/approvals?limit=0")]
    [InlineData("/api/v1/procedures?limit=abc")]
    [InlineData("/api/v1/procedures?limit=201")]
    [InlineData("/api/v1/staff?limit=500")]
    [InlineData("/api/v1/messages?limit=x")]
    public async Task A_number_or_day_that_is_none_is_refused_with_a_code(string path)
    {
        var answer = await (await cities.On("sqlite")).SendAsync("clerk", HttpMethod.Get, path);
        Assert.Equal((400, "malformed"), (answer.Status, answer.Code));
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_time_without_its_offset_is_not_guessed()
    {
        var city = await cities.On("sqlite");
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["answers"] = await city.ExampleAsync("juminhyo-utsushi"), ["channel"] = "mail", ["receivedAt"] = "2026-07-01T10:00:00",
            ["onBehalfOf"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "試験 花子", ["kana"] = "シケン ハナコ" },
        };
        const string Path = "/api/v1/procedures/juminhyo-utsushi/applications";
        Assert.Equal(400, (await city.PostJsonAsync("citizen-clerk", Path, body.ToJsonString())).Status);
        body["receivedAt"] = "2026-07-01T10:00:00+09:00";
        var taken = await city.PostJsonAsync("citizen-clerk", Path, body.ToJsonString());
        Assert.True(taken.Status == 201, taken.ToString());
        Assert.Equal("2026-07-01T10:00:00.000+09:00", taken.Body.GetProperty("arrivedAt").GetString());
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Hostile_page_addresses_are_never_an_incident(string database)
    {
        var city = await cities.On(database);
        string[] bad = ["%00", "%ED%A0%80", "%FF", "%EF%BF%BE", "-1", "9999-12-31", "0001-01-01", new('x', 3000)];
        string[] places = ["/search?q={0}", "/procedures/{0}", "/verify?code={0}", "/my/applications/{0}", "/staff/applications?q={0}", "/staff/applications?after={0}", "/staff/applications?arrivedTo={0}", "/staff/applications/{0}", "/sign-in?return={0}", "/demo/mail/{0}"];
        using var client = city.Caller();
        await Doors.Door.SignInAsync(client, "/sign-in", "hanako");
        await Doors.Door.SignInAsync(client, "/staff/sign-in", "clerk");
        foreach (var place in places)
            foreach (var text in bad)
            {
                var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, place, text);
                var answer = await client.SendAsync(HttpMethod.Get, path);
                Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
            }
    }

    private static async Task IsRefusedOrTakenAsync(DemoCity city, string slug, string json)
    {
        var before = await city.CountAsync("applications_applications");
        var answer = await city.PostJsonAsync("taro", $"/api/v1/procedures/{slug}/applications", json);
        Assert.True(answer.Status is 201 or 400 or 409 or 422, $"{slug} {json}: {answer}");
        Assert.Equal(before + (answer.Status == 201 ? 1 : 0), await city.CountAsync("applications_applications"));
        if (answer.Status == 201) Assert.False(json.Contains("\\ud800") || json.Contains("\\u0000"), $"Taken: {slug} {json}");
    }

    private static string Mutated(JsonObject example, Random random)
    {
        var keys = example.Select(p => p.Key).ToList();
        var value = Values[random.Next(Values.Length)];
        return random.Next(8) switch
        {
            0 => With(example, "unknown", value),
            1 => With(example, value.StartsWith('"') ? value.Trim('"') : "\\u0000", value),
            2 => "{\"answers\":" + value + "}",
            _ => With(example, Place(example, keys[random.Next(keys.Count)], random), value),
        };
    }

    // A part of a name, an address or a repeated group is as good a place as a whole answer.
    private static string Place(JsonObject example, string key, Random random) =>
        example[key] is JsonObject parts && parts.Count > 0 && random.Next(2) == 0 ? $"{key}.{parts.ElementAt(random.Next(parts.Count)).Key}"
        : example[key] is JsonArray { Count: > 0 } items && items[0] is JsonObject item && random.Next(2) == 0 ? $"{key}[0].{item.ElementAt(random.Next(item.Count)).Key}"
        : key;

    private static string With(JsonObject example, string place, string value)
    {
        const string Mark = "hostile-value";
        var changed = example.DeepClone().AsObject();
        var (key, rest) = place.Split('.', 2) is [var k, var r] ? (k, r) : (place, null);
        if (rest is null && key.Contains("\\u")) return "{\"answers\":" + changed.ToJsonString()[..^1] + $",\"{key}\":{value}}}}}";
        if (rest is null) changed[key] = Mark;
        else if (key.EndsWith("[0]", StringComparison.Ordinal)) changed[key[..^3]]!.AsArray()[0]![rest] = Mark;
        else changed[key]![rest] = Mark;
        return ("{\"answers\":" + changed.ToJsonString() + "}").Replace($"\"{Mark}\"", value);
    }
}
