namespace Madoguchi.Residents.Data;

/// <summary>What is asked at every start, in SQL (docs/adr/0010).</summary>
internal static class AccountReading
{
    public static async Task<bool> AnyAsync(Database database, CancellationToken stop) => await database.ScalarAsync("select 1 from residents_accounts limit 1", stop) is not null;
}
