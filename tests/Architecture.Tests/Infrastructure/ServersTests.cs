using System.Diagnostics;
using System.Net.Mail;
using Madoguchi.Testing.Processes;
using Madoguchi.Testing.Servers;
using Npgsql;

namespace Architecture.Tests.Infrastructure;

public sealed class ServersTests
{
    [Fact]
    public async Task A_test_database_is_a_copy_of_its_template_and_gone_afterwards()
    {
        Assert.SkipWhen(TestDatabases.Fast, "the short form starts no PostgreSQL");
        var server = await PostgresServer.SharedAsync();
        var fills = 0;
        Task Fill(string connectionString)
        {
            fills++;
            return RunAsync(connectionString, "create table marks (name text); insert into marks values ('窓口')");
        }

        var first = await server.CreateDatabaseAsync("marks", Fill);
        await RunAsync(first.ConnectionString, "delete from marks");
        await using var second = await server.CreateDatabaseAsync("marks", Fill);

        Assert.Equal("窓口", await RunAsync(second.ConnectionString, "select name from marks"));
        Assert.Equal(1, fills);
        Assert.EndsWith("_test", first.Name, StringComparison.Ordinal);
        await first.DisposeAsync();
        Assert.Equal(0L, await RunAsync(server.AdminConnectionString, $"select count(*) from pg_database where datname = '{first.Name}'"));
    }

    [Fact]
    public async Task Mail_sent_by_smtp_can_be_read_and_refused()
    {
        await using var server = await SmtpServer.StartAsync();
        using var client = new SmtpClient("127.0.0.1", server.Port);
        const string body = "髙橋 𠮷子様\n申請が到達しました。=";
        await client.SendMailAsync("city@example.jp", "hanako@example.jp", "児童手当の申請が到達しました(みなと台市)", body);

        var mail = Assert.Single(await server.WaitForAsync(1));
        Assert.Equal("hanako@example.jp", mail.To);
        Assert.Equal("児童手当の申請が到達しました(みなと台市)", mail.Subject);
        Assert.Equal(body, mail.Body.TrimEnd());

        server.Refuse("451 4.3.0 try later");
        await Assert.ThrowsAnyAsync<SmtpException>(() => client.SendMailAsync("city@example.jp", "taro@example.jp", "a", "b"));
        server.Refuse(null);
        await client.SendMailAsync("city@example.jp", "taro@example.jp", "a", "b");
        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task A_child_process_is_waited_for_by_condition_and_ends_by_signal()
    {
        await using var child = ChildProcess.Start("bash", ["-c", "trap 'echo bye; exit 3' TERM; echo hello; while :; do read -r -t 0.05 <> <(:) || :; done"]);
        Assert.Equal("hello", await child.WaitForLineAsync(line => line == "hello"));
        child.Terminate();
        Assert.Equal(3, await child.WaitForExitAsync());
        await child.WaitForLineAsync(line => line == "bye");
    }

    [Fact]
    public async Task A_line_that_never_comes_fails_with_the_output_when_the_process_ends()
    {
        await using var child = ChildProcess.Start("bash", ["-c", "echo only this"]);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => child.WaitForLineAsync(line => line == "more"));
        Assert.Contains("only this", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_is_free_and_a_killed_process_is_gone()
    {
        var port = FreePort.Next();
        Assert.InRange(port, 1024, 65535);
        var child = ChildProcess.Start("bash", ["-c", "echo up; while :; do read -r -t 0.05 <> <(:) || :; done"]);
        await child.WaitForLineAsync(line => line == "up");
        await child.KillAsync();
        Assert.True(child.HasExited);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(child.Id));
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
