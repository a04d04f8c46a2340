using Madoguchi.Kernel.Data;
using Madoguchi.Testing;

namespace Web.Tests.Api;

/// <summary>Many at once, and a database that is busy or was gone for a moment.</summary>
public sealed class BusyTests(Cities cities) : IClassFixture<Cities>
{
    private const string Path = "/api/v1/procedures/juminhyo-utsushi/applications";

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_hundred_at_once_are_all_there_with_history_audit_and_letters(string database)
    {
        var city = await cities.On(database);
        var body = await city.SubmissionAsync("juminhyo-utsushi");
        var bad = """{"answers":{}}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => city.PostJsonAsync(i % 2 == 0 ? "hanako" : "taro", Path, i % 20 == 19 ? bad : body)));

        for (var i = 0; i < answers.Length; i++) Assert.True(answers[i].Status == (i % 20 == 19 ? 422 : 201), $"{i}: {answers[i]}");
        var numbers = answers.Where(a => a.Status == 201).Select(a => a.Body.GetProperty("intakeNumber").GetString()!).ToHashSet();
        Assert.Equal(190, numbers.Count);
        var list = string.Join(',', numbers.Select(n => $"'{n}'"));
        Assert.Equal(190, await city.CountAsync($"applications_applications where intake_number in ({list})"));
        Assert.Equal(190, await city.CountAsync($"applications_events e join applications_applications a on a.id = e.application_id where e.kind = 'arrived' and a.intake_number in ({list})"));
        Assert.Equal(190, await city.CountAsync($"(select distinct subject_id from kernel_audit where subject_id in ({list})) found"));
        Assert.Equal(190, await city.CountAsync($"(select distinct application from messaging_letters where application in ({list})) found"));
        await Eventually.See(async () => await city.CountAsync("kernel_outbox") == 0 ? "" : null, "an empty outbox");
    }

    [Fact]
    public async Task While_somebody_else_holds_the_database_the_answer_is_503_and_come_again()
    {
        var city = await cities.On("sqlite");
        var body = await city.SubmissionAsync("juminhyo-utsushi");
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako", "/sign-in?return=/apply/begin/juminhyo-utsushi");
        await using (var other = city.Get<CityStore>().CreateConnection())
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "begin immediate";
            await hold.ExecuteNonQueryAsync();
            var answers = await Task.WhenAll(city.PostJsonAsync("hanako", Path, body), city.PostJsonAsync("hanako", "/api/v1/procedures/juminhyo-utsushi/saved-forms", "{}"));
            Assert.All(answers, a => Assert.True(a is { Status: 503, Code: "busy" } && a.Message.Headers.RetryAfter is not null, a.ToString()));
            Assert.Equal(200, (await city.SendAsync("hanako", HttpMethod.Get, "/api/v1/applications")).Status);
            await hanako.PressAsync("はじめる");
            Assert.Equal(503, hanako.Status);
            Assert.Contains("混み合っています", hanako.Page.Body!.TextContent);
            hold.CommandText = "rollback";
            await hold.ExecuteNonQueryAsync();
        }

        Assert.Equal(201, (await city.PostJsonAsync("hanako", Path, body)).Status);
    }

    [Fact]
    public async Task After_every_connection_was_killed_the_city_hall_goes_on()
    {
        if (Madoguchi.Testing.Servers.TestDatabases.Fast) return;
        // A city of its own: letters taken when their connection was killed come again only after their lease.
        await using var city = await DemoCity.OpenOnAsync("postgres");
        var body = await city.SubmissionAsync("juminhyo-utsushi");
        var number = (await city.PostJsonAsync("hanako", Path, body)).Body.GetProperty("intakeNumber").GetString();
        for (var i = 0; i < 3; i++)
        {
            await city.CountAsync("(select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) ended");
            var submitted = await city.PostJsonAsync("hanako", Path, body);
            Assert.True(submitted.Status == 201, submitted.ToString());
            var note = await city.PostJsonAsync("citizen-clerk", $"/api/v1/applications/{number}/note", """{"body":"続き"}""");
            Assert.True(note.Status is 200 or 503, note.ToString());
            note = await city.PostJsonAsync("citizen-clerk", $"/api/v1/applications/{number}/note", """{"body":"続き"}""");
            Assert.True(note.Status == 200, note.ToString());
        }
    }
}
