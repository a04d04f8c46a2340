using Madoguchi.Kernel;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Tests.Data;

/// <summary>What the migrations made is what the EF models of kernel and modules say, on both databases.</summary>
public sealed class SchemaTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task The_migrated_columns_are_those_of_the_model(string database)
    {
        var city = await cities.On(database);
        var migrated = await Schema.ReadAsync(city.Get<CityStore>());
        var expected = (await TablesAsync(city)).SelectMany(t => t.Columns.Select(c => new SchemaColumn(t.Name, c.Name, c.IsNullable, migrated.IsPostgres ? c.StoreType : ""))).ToList();
        var tables = expected.Select(c => c.Table).ToHashSet();

        Assert.Equal(Lines(expected), Lines(migrated.Columns.Where(c => tables.Contains(c.Table)).Select(c => migrated.IsPostgres ? c : c with { Type = "" })));
        Assert.True(tables.Count > 25, $"Only {tables.Count} tables");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Every_key_and_unique_index_of_the_model_is_in_the_database(string database)
    {
        var city = await cities.On(database);
        var migrated = await Schema.ReadAsync(city.Get<CityStore>());
        var expected = (await TablesAsync(city)).SelectMany(t => t.UniqueConstraints.Select(u => u.Columns.Select(c => c.Name))
            .Concat(t.Indexes.Where(i => i.IsUnique).Select(i => i.Columns.Select(c => c.Name)))
            .Select(columns => Schema.UniqueLine(t.Name, columns)));

        Assert.Empty(expected.Except(migrated.Unique));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task No_column_has_a_forbidden_type(string database)
    {
        var city = await cities.On(database);
        var migrated = await Schema.ReadAsync(city.Get<CityStore>());
        string[] allowed = migrated.IsPostgres
            ? ["uuid", "character varying", "text", "bigint", "integer", "boolean", "date", "timestamp with time zone"]
            : ["uuid", "varchar", "text", "bigint", "integer", "boolean", "date", "timestamptz"];

        Assert.All(migrated.Columns, c => Assert.Contains(c.Type.Split('(')[0].ToLowerInvariant(), allowed));
    }

    private static async Task<List<ITable>> TablesAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return [.. city.Services.GetServices<ModuleDbType>()
            .Select(t => (DbContext)scope.ServiceProvider.GetRequiredService(t.Type))
            .SelectMany(db => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)];
    }

    private static List<string> Lines(IEnumerable<SchemaColumn> columns) =>
        [.. columns.Select(c => $"{c.Table}.{c.Name} {c.Type} {(c.Nullable ? "null" : "not null")}").Order(StringComparer.Ordinal)];
}
