using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Module = Madoguchi.Kernel.Modules.Module;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// Applies <c>Data/Migrations/NNNN_name.sql</c> of the kernel and of each module, in that order, each once.
/// <c>.sqlite.sql</c> and <c>.postgres.sql</c> are for one database only. Append-only: a changed file stops the start.
/// </summary>
public sealed class Migrator(CityStore store, IEnumerable<Module> modules)
{
    private const long PostgresLock = 7_240_113_905;

    /// <summary>Brings the database to the newest schema.</summary>
    /// <exception cref="InvalidOperationException">An applied migration was changed afterwards.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        if (store.IsPostgres) await ExecuteAsync(connection, $"select pg_advisory_lock({PostgresLock})", stop);
        else await ExecuteAsync(connection, "pragma journal_mode = wal", stop);
        await ExecuteAsync(connection,
            "create table if not exists kernel_migrations (name varchar(120) not null primary key, sha256 varchar(64) not null)", stop);
        var applied = await AppliedAsync(connection, stop);
        foreach (var migration in All()) await ApplyAsync(connection, migration, applied, stop);
        if (store.IsPostgres) await ExecuteAsync(connection, $"select pg_advisory_unlock({PostgresLock})", stop);
    }

    private static async Task ApplyAsync(DbConnection connection, Migration migration, Dictionary<string, string> applied, CancellationToken stop)
    {
        if (applied.TryGetValue(migration.Name, out var sha256))
        {
            if (sha256 != migration.Sha256) throw new InvalidOperationException($"Migration {migration.Name} was changed after it had been applied");
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(stop);
        await ExecuteAsync(connection, migration.Sql, stop, transaction);
        await ExecuteAsync(connection, $"insert into kernel_migrations (name, sha256) values ('{migration.Name}', '{migration.Sha256}')", stop, transaction);
        await transaction.CommitAsync(stop);
    }

    private IEnumerable<Migration> All() =>
        Of("kernel", typeof(Migrator).Assembly).Concat(modules.SelectMany(m => Of(m.Name, m.GetType().Assembly)));

    private IEnumerable<Migration> Of(string module, Assembly assembly)
    {
        var (own, other) = store.IsPostgres ? (".postgres.sql", ".sqlite.sql") : (".sqlite.sql", ".postgres.sql");
        const string Folder = ".Data.Migrations.";
        return assembly.GetManifestResourceNames()
            .Where(n => n.Contains(Folder, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal) && !n.EndsWith(other, StringComparison.Ordinal))
            .OrderBy(n => n, StringComparer.Ordinal)
            .Select(n => Read(module, assembly, n, n[(n.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..].Replace(own, "").Replace(".sql", "")));
    }

    private static Migration Read(string module, Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd();
        return new Migration($"{module}/{name}", sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name, sha256 from kernel_migrations";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(stop)) applied[reader.GetString(0)] = reader.GetString(1);
        return applied;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken stop, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private sealed record Migration(string Name, string Sql, string Sha256);
}
