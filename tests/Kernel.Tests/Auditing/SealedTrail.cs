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

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private static string Name(string name) => "@p_" + name[1..];

    [GeneratedRegex("@(new|time|[0-9]+)")]
    private static partial Regex Names();
}
