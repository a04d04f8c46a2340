namespace Madoguchi.Studio.Data;

/// <summary>Whoever begins a draft of the same name in the same instant waits here, and then finds the first one. On SQLite an act waits for every other anyway.</summary>
internal static class SlugTurn
{
    public static async Task TakeAsync(Database database, string slug, CancellationToken stop)
    {
        if (database.IsPostgres) await database.ScalarAsync("select pg_advisory_xact_lock(hashtextextended(@slug, 7240113920))", stop, ("@slug", "studio:" + slug));
    }
}
