using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kernel.Tests.Data;

public sealed class WriteBatcherTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task Each_of_many_writers_finds_its_row_once_it_was_told(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        var batcher = city.Get<WriteBatcher>();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(async i =>
        {
            var row = Row($"purpose-{i}");
            await batcher.WriteAsync([(Type(city), row)], default);
            Assert.Equal(1, await city.AskAsync<long>("select count(*) from kernel_keys where id = @id", ("@id", row.Id)));
        }));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_bad_request_in_a_batch_does_not_refuse_the_others(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        var twice = Row("twice");
        await city.Get<WriteBatcher>().WriteAsync([(Type(city), twice)], default);

        List<Task> waiting;
        await using (await Held.OnAsync(city))
        {
            // The first is under way; the others become one batch behind it.
            waiting = [.. Enumerable.Range(0, 20).Select(i => city.Get<WriteBatcher>().WriteAsync([(Type(city), i == 7 ? twice : Row($"good-{i}"))], default))];
        }

        for (var i = 0; i < waiting.Count; i++)
        {
            if (i == 7) Assert.True(Madoguchi.Kernel.Http.Faults.IsUniqueViolation(await Assert.ThrowsAnyAsync<Exception>(() => waiting[7])));
            else await waiting[i];
        }

        Assert.Equal(20, await city.AskAsync<long>("select count(*) from kernel_keys"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task The_rows_of_one_request_stand_all_or_none(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        var (first, second) = (Row("first"), Row("second"));
        await city.Get<WriteBatcher>().WriteAsync([(Type(city), first)], default);
        await Assert.ThrowsAnyAsync<Exception>(() => city.Get<WriteBatcher>().WriteAsync([(Type(city), second), (Type(city), first)], default));
        Assert.Equal(0, await city.AskAsync<long>("select count(*) from kernel_keys where purpose = 'second'"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_full_queue_is_busy_and_takes_again_when_it_has_emptied(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await using var batcher = new WriteBatcher(city.Store, NullLogger<WriteBatcher>.Instance, queueLimit: 4);
        var accepted = new List<Task>();
        await using (await Held.OnAsync(city))
        {
            Task? refused = null;
            while (refused is null)
            {
                Assert.True(accepted.Count < 2000, "The queue is never full");
                var write = batcher.WriteAsync([(Type(city), Row("row"))], default);
                if (write.IsFaulted) refused = write;
                else accepted.Add(write);
            }

            await Assert.ThrowsAsync<BusyException>(() => refused);
        }

        await Task.WhenAll(accepted);
        await batcher.WriteAsync([(Type(city), Row("row"))], default);
        Assert.Equal(accepted.Count + 1, await city.AskAsync<long>("select count(*) from kernel_keys"));
    }

    [Fact]
    public async Task The_next_write_works_after_the_connection_was_killed()
    {
        if (Madoguchi.Testing.Servers.TestDatabases.Fast) return;
        await using var city = await KernelCity.OpenAsync("postgres");
        var batcher = city.Get<WriteBatcher>();
        for (var i = 0; i < 3; i++)
        {
            await batcher.WriteAsync([(Type(city), Row("row"))], default);
            await city.SqlAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => batcher.WriteAsync([(Type(city), Row("row"))], default)));
        Assert.Equal(23, await city.AskAsync<long>("select count(*) from kernel_keys"));
    }

    [Fact]
    public async Task A_text_too_long_for_its_column_is_refused_and_never_cut()
    {
        if (Madoguchi.Testing.Servers.TestDatabases.Fast) return;
        await using var city = await KernelCity.OpenAsync("postgres");
        var fault = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => city.Get<WriteBatcher>().WriteAsync([(Type(city), Row(new string('x', 65)))], default));
        Assert.Equal(Npgsql.PostgresErrorCodes.StringDataRightTruncation, fault.SqlState);
    }

    [Fact]
    public void A_mapping_it_does_not_know_is_refused()
    {
        using var db = new StrangeDb();
        foreach (var type in new[] { typeof(Base), typeof(WithShadow), typeof(WithDefault), typeof(WithOwned) })
            Assert.Throws<NotSupportedException>(() => BulkInsert.For(db.Model.FindEntityType(type)!));
    }

    private static WrappedKey Row(string purpose) =>
        new() { Id = Guid.CreateVersion7(), Purpose = purpose, Wrapped = "", CreatedAt = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) };

    private static IEntityType Type(KernelCity city)
    {
        using var db = city.Get<IDbContextFactory<KernelDb>>().CreateDbContext();
        return db.Model.FindEntityType(typeof(WrappedKey))!;
    }

    /// <summary>Somebody else writes just now: what comes waits.</summary>
    private sealed class Held(IDisposable? turn, IAsyncDisposable? transaction) : IAsyncDisposable
    {
        public static async Task<Held> OnAsync(KernelCity city)
        {
            if (!city.Store.IsPostgres) return new Held(await city.Store.EnterAsync(default), null);
            var connection = city.Store.CreateConnection();
            await connection.OpenAsync();
            await connection.BeginTransactionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "lock table kernel_keys in exclusive mode";
            await command.ExecuteNonQueryAsync();
            return new Held(null, connection);
        }

        public async ValueTask DisposeAsync()
        {
            turn?.Dispose();
            if (transaction is not null) await transaction.DisposeAsync();
        }
    }

    private class Base
    {
        public Guid Id { get; init; }
    }

    private sealed class Derived : Base;

    private sealed class WithShadow
    {
        public Guid Id { get; init; }
    }

    private sealed class WithDefault
    {
        public Guid Id { get; init; }

        public int Value { get; init; }
    }

    private sealed class WithOwned
    {
        public Guid Id { get; init; }

        public Part Part { get; init; } = new();
    }

    private sealed class Part
    {
        public string Text { get; init; } = "";
    }

    private sealed class StrangeDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder builder)
        {
            builder.Entity<Derived>().HasBaseType<Base>();
            builder.Entity<WithShadow>().Property<int>("Hidden");
            builder.Entity<WithDefault>().Property(e => e.Value).HasDefaultValueSql("1");
            builder.Entity<WithOwned>().OwnsOne(e => e.Part);
        }
    }
}
