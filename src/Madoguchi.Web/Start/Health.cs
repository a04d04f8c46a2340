using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;

namespace Madoguchi.Web.Start;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: 200 or 503, no details.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" })).Anyone();
        app.MapGet("/health/ready", async (CityStore store, CancellationToken stop) =>
        {
            var database = await AnswersAsync(store, stop);
            return Results.Json(new { database = database ? "ok" : "failed" }, statusCode: database ? 200 : 503);
        }).Anyone();
    }

    private static async Task<bool> AnswersAsync(CityStore store, CancellationToken stop)
    {
        try
        {
            await using var connection = store.CreateConnection();
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "select 1 from kernel_migrations limit 1";
            return await command.ExecuteScalarAsync(stop) is not null;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
