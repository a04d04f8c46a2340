using System.Text.RegularExpressions;
using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Tests.Auditing;

/// <summary>Nine rows under three seals, and the hands to spoil them.</summary>
internal sealed partial class SealedTrail(KernelCity city) : IAsyncDisposable
{
    public KernelCity City { get; } = city;

    /// <summary>Ids of the rows in the order they were written.</summary>
    public List<Guid> Ids { get; } = [];

    public static async Task<SealedTrail> OpenAsync(string database)
    {
        var trail = new SealedTrail(await KernelCity.OpenAsync(database));
        for (var seal = 0; seal < 3; seal++)
        {
            await trail.RecordAsync(3);
            await trail.SealAsync();
        }

        return trail;
    }

    public async Task RecordAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await City.Scopes.RunAsync(services =>
            {
                services.GetRequiredService<AuditTrail>().Record("applications.accept", "application", "2026-000001-1", new { Number = i, At = Ids.Count });
                return Task.CompletedTask;
            });
            await using var scope = City.Scopes.CreateAsyncScope();
            Ids.Add(await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<AuditRow>().Where(r => !Ids.Contains(r.Id)).Select(r => r.Id).SingleAsync());
            // Ids of one millisecond have no order; those of these rows are to be that of their writing.
            var written = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            SpinWait.SpinUntil(() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() > written);
        }
    }

    public Task SealAsync() => City.Get<AuditSealer>().SealAllAsync(default);

    public Task<AuditFindings> VerifyAsync() => City.Get<AuditVerifier>().RunAsync();

    /// <summary>Runs SQL from outside: <c>@4</c> is the id of row 4, <c>@new</c> an id of its own, which comes back.</summary>
    public async Task<Guid> ChangeAsync(string sql)
    {
        var added = Guid.CreateVersion7();
        foreach (var statement in sql.Split(';'))
        {
            var parameters = Names().Matches(statement).Select(m => m.Value).Distinct().Select(name => (Name(name), name switch
            {
                "@new" => (object)added,
                "@time" => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                _ => Ids[int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture)],
            })).ToArray();
            await City.SqlAsync(Names().Replace(statement, m => Name(m.Value)), parameters);
        }

        return added;
    }

    /// <summary>The lines of a seal's leaves.</summary>
    public async Task<string[]> LeavesAsync(long seal)
    {
        await using var scope = City.Scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<SealLeaves>().SingleAsync(l => l.Seal == seal)).Lines.Split('\n');
    }

    public async Task LeavesAsync(long seal, string[] lines)
    {
        await using var scope = City.Scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KernelDb>().Set<SealLeaves>().Where(l => l.Seal == seal).ExecuteUpdateAsync(l => l.SetProperty(x => x.Lines, string.Join('\n', lines)));
    }

    /// <summary>Puts the leaves back where they were before migration 2, one row each.</summary>
    public async Task AsBeforeLeavesBySealAsync()
    {
        await City.SqlAsync("create table kernel_audit_leaves (audit_id uuid not null primary key, seal bigint not null, position integer not null, hash varchar(64) not null)");
        foreach (var seal in new[] { 1, 2, 3 })
        {
            var lines = await LeavesAsync(seal);
            for (var i = 0; i < lines.Length; i++)
                await City.SqlAsync("insert into kernel_audit_leaves values (@id, @seal, @position, @hash)", ("@id", Guid.Parse(lines[i].Split(' ')[0])), ("@seal", seal), ("@position", i), ("@hash", lines[i].Split(' ')[1]));
        }

        await City.SqlAsync("drop table kernel_audit_seal_leaves; delete from kernel_migrations where name like '%0002_leaves_by_seal'");
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private static string Name(string name) => "@p_" + name[1..];

    [GeneratedRegex("@(new|time|[0-9]+)")]
    private static partial Regex Names();
}
