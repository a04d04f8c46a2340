using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Processes;

/// <summary>kill -9 at any moment: what was acknowledged is there, the outbox goes on, numbers have no gap, the audit trail holds.</summary>
public sealed partial class KillTests
{
    private const string Path = "/api/v1/procedures/juminhyo-utsushi/applications";
    private static readonly object Dispatch = new { result = new { dispatchedOn = "2026-11-24", copies = 1, postMethod = "普通郵便", fee = 300, postage = 110, total = 410 } };

    [Theory, ClassData(typeof(Databases))]
    public async Task Nothing_acknowledged_is_lost(string database)
    {
        await using var program = await TheProgram.OnAsync(database);
        await program.StartAsync();
        var acknowledged = new ConcurrentBag<string>();
        var completed = new ConcurrentBag<string>();
        var workers = Enumerable.Range(0, 8).Select(i => i == 0 ? CompleteAsync(program, acknowledged, completed) : SubmitAsync(program, acknowledged)).ToList();
        await Eventually.See(() => Task.FromResult(acknowledged.Count >= 60 && completed.Count >= 3 ? "" : null), "enough work under way");
        await program.KillAsync();
        await Task.WhenAll(workers);

        await program.StartAsync();
        foreach (var number in acknowledged) await IsWholeAsync(program, number);
        foreach (var number in completed) Assert.Equal("completed", (await program.GetAsync("citizen-clerk", $"/api/v1/applications/{number}")).Body.GetProperty("status").GetString());
        await MailsAreOutAsync(program, acknowledged.Count);
        await NoticesAreOutAsync(program, completed);

        var (code, took) = await program.StopAsync();
        Assert.True(code == 0 && took < TimeSpan.FromSeconds(20), $"Stopped with {code} after {took}");
        var (verified, words) = await program.VerifyAuditAsync();
        Assert.True(verified == 0, words);
        Assert.Contains("unsealed=0", words);
    }

    private static async Task SubmitAsync(TheProgram program, ConcurrentBag<string> acknowledged)
    {
        try
        {
            var body = await ExampleAsync(program);
            while (true) acknowledged.Add(await SubmittedAsync(program, body));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // The program was killed.
        }
    }

    private static async Task CompleteAsync(TheProgram program, ConcurrentBag<string> acknowledged, ConcurrentBag<string> completed)
    {
        try
        {
            var body = await ExampleAsync(program);
            while (true)
            {
                var number = await SubmittedAsync(program, body);
                acknowledged.Add(number);
                Assert.Equal(200, (await program.PostAsync("citizen-clerk", $"/api/v1/applications/{number}/accept", new { })).Status);
                var (status, answer) = await program.PostAsync("citizen-clerk", $"/api/v1/applications/{number}/complete", Dispatch);
                Assert.True(status == 200, $"{status} {answer}");
                completed.Add(number);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // The program was killed.
        }
    }

    private static async Task<object> ExampleAsync(TheProgram program) =>
        new { answers = (await program.GetAsync(null, "/api/v1/procedures/juminhyo-utsushi")).Body.GetProperty("example") };

    private static async Task<string> SubmittedAsync(TheProgram program, object body)
    {
        var (status, answer) = await program.PostAsync("hanako", Path, body);
        Assert.True(status == 201, $"{status} {answer}");
        return answer.GetProperty("intakeNumber").GetString()!;
    }

    private static async Task IsWholeAsync(TheProgram program, string number)
    {
        var (status, application) = await program.GetAsync("hanako", $"/api/v1/applications/{number}");
        Assert.True(status == 200 && application.GetProperty("answers").EnumerateObject().Any(), $"{number}: {status} {application}");
        var (_, events) = await program.GetAsync("hanako", $"/api/v1/applications/{number}/events");
        Assert.Contains("arrived", events.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        var (_, letters) = await program.GetAsync("hanako", $"/api/v1/messages?application={number}");
        Assert.NotEmpty(letters.GetProperty("items").EnumerateArray());
    }

    private static Task MailsAreOutAsync(TheProgram program, int atLeast)
    {
        var folder = System.IO.Path.Combine(program.Folder, "mail");
        return Eventually.See(() => Task.FromResult(Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Count() >= atLeast ? "" : null), $"{atLeast} mails");
    }

    private static async Task NoticesAreOutAsync(TheProgram program, IEnumerable<string> completed)
    {
        var numbers = new List<int>();
        foreach (var matter in completed)
        {
            var document = await Eventually.See(async () => (await program.GetAsync("citizen-clerk", $"/api/v1/notices?application={matter}")).Body
                .GetProperty("items").EnumerateArray().Where(n => n.GetProperty("state").GetString() == "issued").Select(n => n.GetProperty("documentNumber").GetString()).FirstOrDefault(), $"the notice of {matter}");
            numbers.Add(int.Parse(Serial().Match(document).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        // One more may have been completed without the answer having arrived.
        numbers.Sort();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.InRange(numbers[^1], numbers.Count, numbers.Count + 1);
    }

    [GeneratedRegex("第([0-9]+)号")]
    private static partial Regex Serial();
}
