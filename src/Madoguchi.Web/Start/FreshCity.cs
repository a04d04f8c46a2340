using Madoguchi.Kernel.Settings;
using Npgsql;

namespace Madoguchi.Web.Start;

/// <summary>Starts anew: only a demo city may be thrown away.</summary>
internal static class FreshCity
{
    public static async Task MakeAsync(CityOptions options)
    {
        if (!options.Demo) throw new Kernel.Keys.StartRefusedException("--fresh はデモの街だけで使えます。(--fresh works on the demo city only.)");
        if (System.IO.Directory.Exists(options.DataFolder)) System.IO.Directory.Delete(options.DataFolder, recursive: true);
        if (options.PostgresConnection is null) return;
        await using var source = NpgsqlDataSource.Create(options.PostgresConnection);
        await using var command = source.CreateCommand("drop schema public cascade; create schema public");
        await command.ExecuteNonQueryAsync();
    }
}
