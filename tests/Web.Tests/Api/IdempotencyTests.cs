using Madoguchi.Testing;

namespace Web.Tests.Api;

public sealed class IdempotencyTests(Cities cities) : IClassFixture<Cities>
{
    private const string Path = "/api/v1/procedures/juminhyo-utsushi/applications";
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();

    [Theory, ClassData(typeof(Databases))]
    public async Task The_same_key_twice_is_one_application_and_one_answer(string database)
    {
        var city = await cities.On(database);
        var (body, key, before) = (await city.SubmissionAsync("juminhyo-utsushi"), Key(), await city.CountAsync("applications_applications"));
        var first = await city.PostJsonAsync("hanako", Path, body, key);
        var second = await city.PostJsonAsync("hanako", Path, body, key);

        Assert.True(first.Status == 201, first.ToString());
        Assert.Equal((201, first.Text), (second.Status, second.Text));
        Assert.Equal(first.Message.Headers.Location, second.Message.Headers.Location);
        Assert.Equal(first.Message.Headers.ETag, second.Message.Headers.ETag);
        Assert.Equal(before + 1, await city.CountAsync("applications_applications"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Forty_at_once_with_one_key_are_one_application(string database)
    {
        var city = await cities.On(database);
        var (body, key, before) = (await city.SubmissionAsync("juminhyo-utsushi"), Key(), await city.CountAsync("applications_applications"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => city.PostJsonAsync("taro", Path, body, key)));

        Assert.All(answers, a => Assert.Equal((201, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(before + 1, await city.CountAsync("applications_applications"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task The_last_place_of_a_class_is_taken_once(string database)
    {
        var city = await cities.On(database);
        const string Class = "/api/v1/procedures/kosodate-koza/applications";
        var (body, key, before) = (await city.SubmissionAsync("kosodate-koza"), Key(), await city.CountAsync("applications_applications"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => city.PostJsonAsync("hanako", Class, body, key)));

        Assert.All(answers, a => Assert.Equal((201, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(before + 1, await city.CountAsync("applications_applications"));
    }

    [Fact]
    public async Task A_key_of_a_file_to_be_verified_answers_for_no_other_file_and_for_no_other_caller()
    {
        var city = await cities.On("sqlite");
        var (key, other) = (Key(), "%PDF-1.4\nanother\n%%EOF"u8.ToArray());
        async Task<Reply> Verify(string? who, byte[] file) => await city.SendAsync(who, HttpMethod.Post, "/api/v1/verify", Calls.File(file), key);

        var first = await Verify("hanako", Pdf);
        Assert.Equal((200, first.Text), ((await Verify("hanako", Pdf)).Status, first.Text));
        Assert.Equal("idempotency-key-reused", (await Verify("hanako", other)).Code);
        var (nobody, anybody) = (await Verify(null, Pdf), await Verify(null, other));
        Assert.NotEqual(nobody.Body.GetProperty("sha256").GetString(), anybody.Body.GetProperty("sha256").GetString());
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_key_stands_for_one_body_of_one_caller_at_one_address(string database)
    {
        var city = await cities.On(database);
        var (body, key) = (await city.SubmissionAsync("juminhyo-utsushi"), Key());
        var first = await city.PostJsonAsync("hanako", Path, body, key);

        var other = await city.PostJsonAsync("hanako", Path, body + " ", key);
        Assert.Equal((409, "idempotency-key-reused"), (other.Status, other.Code));

        var taro = await city.PostJsonAsync("taro", Path, body, key);
        Assert.Equal(201, taro.Status);
        Assert.NotEqual(first.Text, taro.Text);

        var elsewhere = await city.PostJsonAsync("hanako", "/api/v1/procedures/juminhyo-utsushi/saved-forms", "{}", key);
        Assert.True(elsewhere.Status == 201, elsewhere.ToString());
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_refusal_is_not_kept(string database)
    {
        var city = await cities.On(database);
        var key = Key();
        Assert.Equal(422, (await city.PostJsonAsync("hanako", Path, """{"answers":{}}""", key)).Status);
        Assert.Equal(201, (await city.PostJsonAsync("hanako", Path, await city.SubmissionAsync("juminhyo-utsushi"), key)).Status);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_verb_with_a_key_is_done_once(string database)
    {
        var city = await cities.On(database);
        var submitted = await city.PostJsonAsync("hanako", Path, await city.SubmissionAsync("juminhyo-utsushi"));
        var number = submitted.Body.GetProperty("intakeNumber").GetString();
        var key = Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => city.PostJsonAsync("citizen-clerk", $"/api/v1/applications/{number}/note", """{"body":"一度だけ"}""", key)));

        Assert.All(answers, a => Assert.Equal((200, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(1, await city.CountAsync("applications_events e join applications_applications a on a.id = e.application_id where e.note = '一度だけ' and a.intake_number = '" + number + "'"));
        Assert.Equal(409, (await city.PostJsonAsync("citizen-clerk", $"/api/v1/applications/{number}/note", """{"body":"別の"}""", key)).Status);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_key_stands_for_one_file(string database)
    {
        var city = await cities.On(database);
        var key = Key();
        var before = await city.CountAsync("files_files");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => city.SendAsync("hanako", HttpMethod.Post, "/api/v1/files", Calls.File(Pdf), key)));
        Assert.All(answers, a => Assert.Equal((201, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(before + 1, await city.CountAsync("files_files"));

        foreach (var other in new[] { Calls.File([.. Pdf, 10]), Calls.File(Pdf, "b.pdf") })
        {
            var reused = await city.SendAsync("hanako", HttpMethod.Post, "/api/v1/files", other, key);
            Assert.Equal((409, "idempotency-key-reused"), (reused.Status, reused.Code));
        }
    }

    [Fact]
    public async Task A_key_is_at_most_255_characters()
    {
        var city = await cities.On("sqlite");
        var body = await city.SubmissionAsync("juminhyo-utsushi");
        var long_ = await city.PostJsonAsync("hanako", Path, body, ("Idempotency-Key", new string('k', 256)));
        Assert.True(long_ is { Status: 400, Code: "idempotency-key-malformed" }, long_.ToString());
        Assert.Equal(201, (await city.PostJsonAsync("hanako", Path, body, ("Idempotency-Key", new string('k', 255)))).Status);
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());
}
