namespace Madoguchi.Applications.Data;

/// <summary>One watcher of deadlines per database: on PostgreSQL a lock that ends with the transaction; SQLite has one writer anyway.</summary>
internal sealed class DeadlineLease(Database database)
{
    private const long Lock = 7_240_113_921;

    public async Task<bool> TakeAsync(CancellationToken stop)
    {
        if (!database.IsPostgres) return true;
        await using var command = await database.CommandAsync($"select pg_try_advisory_xact_lock({Lock})", stop);
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
