using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain;

namespace Madoguchi.Directory.Data;

/// <summary>The whole directory in SQL: it is read at every start, where translating nine queries costs more than running them (docs/adr/0010).</summary>
internal static class RollReading
{
    public static async Task<bool> IsEmptyAsync(Database database, CancellationToken stop) =>
        await database.ScalarAsync("select 1 from directory_divisions limit 1", stop) is null;

    public static async Task<Roll> ReadAsync(Database database, CancellationToken stop)
    {
        var cities = await database.ListAsync("select facts from directory_city order by lg_code limit 1", r => r.GetString(0), stop);
        return new Roll(
            cities is [var facts] ? JsonSerializer.Deserialize<City>(facts, JsonText.Options)! : new City(),
            await database.ListAsync("select code, title, post from directory_authorities", r => new NamedAuthority(r.GetString(0), r.GetString(1), r.GetString(2)), stop),
            await database.ListAsync(
                "select code, name, kana, english, department, document_symbol, telephone, email, hours, address, views_undisclosed from directory_divisions order by position",
                r => new Division(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9), r.GetBoolean(10)), stop),
            await database.ListAsync("select code, name, division, rank from directory_posts order by position", r => new Post(r.GetString(0), r.GetString(1), Text(r, 2), r.GetString(3)), stop),
            await database.ListAsync("select id, name, kana, division, signs_in from directory_staff order by position",
                r => new StaffMember(r.GetString(0), r.GetString(1), r.GetString(2), Text(r, 3), r.GetBoolean(4)), stop),
            await database.ListAsync("select post, staff, from_day, to_day from directory_holdings order by from_day, id", r => new Holding(r.GetString(0), r.GetString(1), Day(r, 2)!.Value, Day(r, 3)), stop),
            await database.ListAsync("select post, permission, scope from directory_grants", r => new PostGrant(r.GetString(0), r.GetString(1), r.GetString(2)), stop),
            await database.ListAsync("select post, deputy_post, from_day, to_day from directory_delegations order by id", r => new Delegation(r.GetString(0), r.GetString(1), Day(r, 2)!.Value, Day(r, 3)), stop),
            await database.ListAsync("select postal_code, name, kana from directory_towns order by postal_code", r => new Town(r.GetString(0), r.GetString(1), r.GetString(2)), stop));
    }

    private static string? Text(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
