using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Applications.Tests.Apply;

/// <summary>What a new edition meets is found by an index, however many forms others have saved.</summary>
public sealed class EditionEffectsIndexTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task The_newest_forms_of_a_procedure_are_found_without_reading_the_others(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await using var scope = city.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        const string Query = "select id from applications_saved_forms where procedure = 'shisei-anketo' and submitted_as is null order by id desc limit 1000";
        // A table that is nearly empty is read whole by PostgreSQL, whatever it has: here it may not.
        if (db.IsPostgres) await db.ScalarAsync("select set_config('enable_seqscan', 'off', false)", TestContext.Current.CancellationToken);
        var plan = await db.ListAsync(db.IsPostgres ? "explain " + Query : "explain query plan " + Query, row => row.GetString(row.FieldCount - 1), TestContext.Current.CancellationToken);
        Assert.Contains(plan, line => line.Contains("applications_saved_forms_procedure", StringComparison.Ordinal));
    }
}
