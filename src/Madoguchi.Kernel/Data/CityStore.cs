using System.Data.Common;
using Madoguchi.Kernel.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>The database of one city: how to reach it, and the gate that lets one SQLite writer in at a time.</summary>
public sealed class CityStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource? postgres;
    private readonly string? aside;
    private readonly string sqlite;
    private readonly SemaphoreSlim gate = new(1, 1);

    public CityStore(CityOptions options)
    {
        if (options.PostgresConnection is { } connection)
        {
            postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
            {
                MaxAutoPrepare = 200,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = true,
                MaxPoolSize = 40,
                IncludeErrorDetail = false,
            });
            aside = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, IncludeErrorDetail = false }.ToString();
        }

        System.IO.Directory.CreateDirectory(options.DataFolder);
        SqliteFile = Path.Combine(options.DataFolder, "city.db");
        sqlite = new SqliteConnectionStringBuilder { DataSource = SqliteFile, ForeignKeys = true, DefaultTimeout = 5 }.ToString();
    }

    /// <summary>Whether the city stands on PostgreSQL; otherwise SQLite.</summary>
    public bool IsPostgres => postgres is not null;

    /// <summary>The SQLite file.</summary>
    public string SqliteFile { get; }

    /// <summary>A new, closed connection.</summary>
    public DbConnection CreateConnection() => postgres is not null ? postgres.CreateConnection() : new SqliteConnection(sqlite);

    /// <summary>A new, closed connection beside the pool: for what requests wait for while they hold the pool's own, all of them perhaps.</summary>
    public DbConnection CreateConnectionAside() => aside is not null ? new NpgsqlConnection(aside) : new SqliteConnection(sqlite);

    /// <summary>Waits for the turn to write on SQLite; PostgreSQL needs none.</summary>
    /// <exception cref="BusyException">No turn within five seconds.</exception>
    internal async Task<IDisposable?> EnterAsync(CancellationToken stop)
    {
        if (IsPostgres) return null;
        if (!await gate.WaitAsync(TimeSpan.FromSeconds(5), stop)) throw new BusyException();
        return new Turn(gate);
    }

    internal void Configure(DbContextOptionsBuilder options)
    {
        if (IsPostgres) options.UseNpgsql();
        else options.UseSqlite();
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null) await postgres.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(sqlite));
        gate.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) gate.Release();
        }
    }
}

/// <summary>The database or its queue is full just now: 503 with Retry-After.</summary>
public sealed class BusyException() : Exception("Busy");
