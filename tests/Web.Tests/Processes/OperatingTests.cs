using System.Security.Cryptography;
using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Processes;

/// <summary>The program as its operator meets it: starting, refusing to start, verifying, stopping.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class OperatingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, ClassData(typeof(Databases))]
    public async Task Stopped_it_has_sealed_everything_and_a_changed_row_is_named(string database)
    {
        await using var program = await TheProgram.OnAsync(database);
        await program.StartAsync();
        var example = new { answers = (await program.GetAsync(null, "/api/v1/procedures/juminhyo-utsushi")).Body.GetProperty("example") };
        var (_, submitted) = await program.PostAsync("hanako", "/api/v1/procedures/juminhyo-utsushi/applications", example);
        var number = submitted.GetProperty("intakeNumber").GetString();
        Assert.Equal(200, (await program.PostAsync("citizen-clerk", $"/api/v1/applications/{number}/accept", new { })).Status);
        Assert.Equal(200, (await program.GetAsync("citizen-clerk", $"/api/v1/applications/{number}")).Status);

        var (code, took) = await program.StopAsync();
        Assert.True(code == 0 && took < TimeSpan.FromSeconds(20), $"Stopped with {code} after {took}");
        var (good, words) = await program.VerifyAuditAsync();
        Assert.True(good == 0 && words.Contains("unsealed=0") && words.Contains("ok=true"), words);

        await program.SqlAsync("update kernel_audit set actor_id = 'nobody' where action = 'view'");
        var (bad, fault) = await program.VerifyAuditAsync();
        Assert.True(bad == 1 && fault.Contains("was changed") && fault.Contains("ok=false"), $"{bad} {fault}");
    }

    [Fact]
    public async Task Without_a_key_file_only_the_demo_starts()
    {
        await using var program = await TheProgram.OnAsync("sqlite");
        foreach (var key in new[] { null, Path.Combine(program.Folder, "missing.key") })
        {
            await using var refused = program.Run(null, ("MADOGUCHI_DEMO", "0"), ("MADOGUCHI_KEY_FILE", key));
            Assert.Equal(2, await refused.WaitForExitAsync(Patience));
            Assert.DoesNotContain(refused.Output, l => l.Contains("窓口が開きました") || l.Contains("   at "));
        }
    }

    [Fact]
    public async Task Another_key_than_the_database_s_does_not_start()
    {
        await using var program = await TheProgram.OnAsync("sqlite");
        await program.StartAsync();
        await program.StopAsync();
        await using var refused = program.Run(null, ("MADOGUCHI_KEY_FILE", KeyFile(program)));
        Assert.Equal(2, await refused.WaitForExitAsync(Patience));
        Assert.Contains(refused.Output, l => l.Contains("master key does not open"));
    }

    [Fact]
    public async Task Without_its_database_it_says_what_to_look_at_instead_of_breaking_down()
    {
        await using var program = await TheProgram.OnAsync("sqlite");
        await using var refused = program.Run(null, ("MADOGUCHI_DB", "Host=127.0.0.1;Port=1;Username=nobody;Database=nowhere"));
        Assert.Equal(2, await refused.WaitForExitAsync(Patience));
        Assert.Contains(refused.Output, l => l.Contains("始められません"));
        Assert.DoesNotContain(refused.Output, l => l.Contains("   at "));
    }

    [Fact]
    public async Task Outside_the_demo_no_demo_account_exists()
    {
        await using var program = await TheProgram.OnAsync("sqlite");
        await using var child = program.Run(null, ("MADOGUCHI_DEMO", "0"), ("MADOGUCHI_KEY_FILE", KeyFile(program)));
        var opened = await child.WaitForLineAsync(l => l.Contains("窓口が開きました"), Patience);
        Assert.DoesNotContain(child.Output, l => l.Contains("hanako"));
        using var client = new HttpClient { BaseAddress = new Uri(opened.Split(' ')[^1]) };

        Assert.Equal(401, (await client.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", "Bearer demo-hanako"))).Status);
        Assert.Equal(401, (await client.SendAsync(HttpMethod.Get, "/api/v1/applications", null, ("Authorization", "Bearer demo-clerk"))).Status);
        Assert.DoesNotContain("value=\"hanako\"", (await client.SendAsync(HttpMethod.Get, "/sign-in")).Text);
        foreach (var path in new[] { "/demo", "/demo/mail", "/staff/sign-in" }) Assert.Equal(404, (await client.SendAsync(HttpMethod.Get, path)).Status);
        Assert.True((await Doors.Door.SignInAsync(client, "/sign-in", "hanako")).Status is 400 or 404);
        Assert.DoesNotContain("青葉", (await client.SendAsync(HttpMethod.Get, "/my")).Text);
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/api/v1/procedures")).Status);
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    private static string KeyFile(TheProgram program)
    {
        var file = Path.Combine(program.Folder, "another.key");
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
