using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Data;

namespace Kernel.Tests.Auditing;

/// <summary>Whoever changes the trail behind the program's back is found, with the first row it happened to.</summary>
public sealed class AuditTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task An_untouched_trail_has_no_fault_and_unsealed_rows_are_only_counted(string database)
    {
        await using var trail = await SealedTrail.OpenAsync(database);
        Assert.Equal(new AuditFindings(9, 3, 0, null), await trail.VerifyAsync());

        await trail.RecordAsync(2);
        Assert.Equal(new AuditFindings(9, 3, 2, null), await trail.VerifyAsync());

        await trail.City.RestartAsync();
        Assert.Equal(new AuditFindings(9, 3, 2, null), await trail.VerifyAsync());
        await trail.SealAsync();
        Assert.Equal(new AuditFindings(11, 4, 0, null), await trail.VerifyAsync());
    }

    public static TheoryData<string, string, int> Changes { get; } = new()
    {
        { "a row changed", "update kernel_audit set actor_id = 'nobody' where id = @4", 4 },
        { "the time of a row changed", "update kernel_audit set at = @time where id = @4", 4 },
        { "details of a row changed", "update kernel_audit set details = '{}' where id = @0", 0 },
        { "two rows changed: the first counts", "update kernel_audit set action = 'x' where id in (@7, @2)", 2 },
        { "a row deleted", "delete from kernel_audit where id = @4", 4 },
        { "the last row deleted", "delete from kernel_audit where id = @8", 8 },
        { "two rows swapped", "update kernel_audit set id = @new where id = @3; update kernel_audit set id = @3 where id = @4; update kernel_audit set id = @4 where id = @new", 3 },
        { "a row inserted", "insert into kernel_audit select @new, at, actor_kind, actor_id, action, subject_kind, subject_id, details, concerns from kernel_audit where id = @4", -1 },
        { "whom a row concerns changed", "update kernel_audit set concerns = 'nobody' where id = @4", 4 },
        { "a seal changed", "update kernel_audit_seals set root = previous where number = 2", 3 },
        { "a seal's signature changed", "update kernel_audit_seals set signature = 'AAAA' where number = 2", 3 },
        { "a seal's time changed", "update kernel_audit_seals set at = @time where number = 3", 6 },
        { "a seal deleted from the middle", "delete from kernel_audit_seals where number = 2", 3 },
        { "the last seals deleted", "delete from kernel_audit_seals where number >= 2", 3 },
        { "the tail cut, rows left", "delete from kernel_audit_seals where number = 3; delete from kernel_audit_seal_leaves where seal = 3", 6 },
        { "the leaves of a seal deleted", "delete from kernel_audit_seal_leaves where seal = 2", 3 },
        { "leaves of a seal that is none", "insert into kernel_audit_seal_leaves select 9, first_id, last_id, lines from kernel_audit_seal_leaves where seal = 2", 3 },
        { "the span of a seal changed", "update kernel_audit_seal_leaves set last_id = first_id where seal = 2", 3 },
        { "an unsealed row deleted", "delete from kernel_audit where id = @9", 9 },
        { "an unsealed row hidden from the sealer", "delete from kernel_audit_pending where audit_id = @9", 9 },
    };

    [Theory, MemberData(nameof(Changes))]
    public Task Every_change_is_found_on_SQLite(string what, string sql, int row) => IsFoundAsync("sqlite", what, sql, row);

    [Theory, MemberData(nameof(Changes))]
    public Task Every_change_is_found_on_PostgreSQL(string what, string sql, int row) =>
        Madoguchi.Testing.Servers.TestDatabases.Fast ? Task.CompletedTask : IsFoundAsync("postgres", what, sql, row);

    [Theory]
    [InlineData("swapped", 3)]
    [InlineData("deleted", 4)]
    [InlineData("no line any more", 4)]
    [InlineData("two deleted", 3)]
    [InlineData("moved to another seal", 4)]
    [InlineData("hash spoilt", 4)]
    [InlineData("hash exchanged", 4)]
    [InlineData("added", 8)]
    public async Task A_changed_leaf_is_found(string how, int row)
    {
        await using var trail = await SealedTrail.OpenAsync("sqlite");
        var lines = await trail.LeavesAsync(2);
        await trail.LeavesAsync(2, how switch
        {
            "swapped" => [lines[1], lines[0], lines[2]],
            "no line any more" => [lines[0], "x", lines[2]],
            "two deleted" => [lines[2]],
            "hash spoilt" => [lines[0], $"{trail.Ids[4]} no hash", lines[2]],
            "hash exchanged" => [lines[0], $"{trail.Ids[4]} {lines[2].Split(' ')[1]}", lines[2]],
            "added" => [.. lines, (await trail.LeavesAsync(3))[2]],
            _ => [lines[0], lines[2]],
        });
        if (how == "moved to another seal") await trail.LeavesAsync(3, [lines[1], .. await trail.LeavesAsync(3)]);
        Assert.Contains(trail.Ids[row].ToString(), (await trail.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_trail_sealed_by_an_older_version_is_kept_whole()
    {
        await using var trail = await SealedTrail.OpenAsync("sqlite");
        await trail.AsBeforeLeavesBySealAsync();
        await trail.City.Get<Migrator>().RunAsync(default);
        Assert.Equal(new AuditFindings(9, 3, 0, null), await trail.VerifyAsync());
    }

    [Fact]
    public async Task A_tail_cut_with_all_its_rows_is_noticed_by_the_file_outside()
    {
        await using var trail = await SealedTrail.OpenAsync("sqlite");
        await trail.ChangeAsync("delete from kernel_audit where id in (@6, @7, @8); delete from kernel_audit_seal_leaves where seal = 3; delete from kernel_audit_seals where number = 3");
        Assert.Contains("the tail from seal 3 was cut", (await trail.VerifyAsync()).Fault);
    }

    [Theory]
    [InlineData("delete", 0)]
    [InlineData("change a head", 3)]
    [InlineData("drop the first line", 0)]
    [InlineData("swap lines", 0)]
    [InlineData("spoil a line", 3)]
    public async Task A_changed_file_of_heads_is_found(string how, int row)
    {
        await using var trail = await SealedTrail.OpenAsync("sqlite");
        var lines = await File.ReadAllLinesAsync(trail.City.HeadsFile);
        switch (how)
        {
            case "delete":
                File.Delete(trail.City.HeadsFile);
                break;
            case "change a head":
                lines[1] = lines[1].Replace(lines[1].Split(' ')[1], lines[0].Split(' ')[1]);
                break;
            case "drop the first line":
                lines = lines[1..];
                break;
            case "swap lines":
                (lines[0], lines[1]) = (lines[1], lines[0]);
                break;
            default:
                lines[1] = "x" + lines[1];
                break;
        }

        if (how != "delete") await File.WriteAllLinesAsync(trail.City.HeadsFile, lines);
        Assert.Contains(trail.Ids[row].ToString(), (await trail.VerifyAsync()).Fault);

        // Sealing goes on, and does not hide it.
        await trail.City.RestartAsync();
        await trail.RecordAsync(1);
        await trail.SealAsync();
        Assert.Contains(trail.Ids[row].ToString(), (await trail.VerifyAsync()).Fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_head_lost_by_a_kill_is_written_after_the_restart(int left)
    {
        await using var trail = await SealedTrail.OpenAsync("sqlite");
        var whole = await File.ReadAllTextAsync(trail.City.HeadsFile);
        var last = whole.LastIndexOf('\n', whole.Length - 2) + 1;
        await File.WriteAllTextAsync(trail.City.HeadsFile, whole[..(last + left)]);

        await trail.City.RestartAsync();
        Assert.Null((await trail.VerifyAsync()).Fault);
        await trail.SealAsync();
        Assert.Equal(whole, await File.ReadAllTextAsync(trail.City.HeadsFile));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Verifying_beside_a_busy_sealer_raises_no_false_alarm(string database)
    {
        await using var trail = await SealedTrail.OpenAsync(database);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await trail.RecordAsync(3);
                await trail.SealAsync();
            }
        });
        for (var i = 0; i < 15; i++) Assert.Null((await trail.VerifyAsync()).Fault);
        await enough.CancelAsync();
        await writing;
    }

    private static async Task IsFoundAsync(string database, string what, string sql, int row)
    {
        await using var trail = await SealedTrail.OpenAsync(database);
        await trail.RecordAsync(1);
        var added = await trail.ChangeAsync(sql);
        var fault = (await trail.VerifyAsync()).Fault;
        Assert.True(fault is not null, $"{what}: not found");
        Assert.Contains((row < 0 ? added : trail.Ids[row]).ToString(), fault);
    }
}
