using Madoguchi.Kernel;
using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Settings;

namespace Madoguchi.Web.Start;

/// <summary>The program's verbs: none serves the city hall.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = CityOptions.FromEnvironment(Environment.GetEnvironmentVariable, AppContext.BaseDirectory);
        try
        {
            return args switch
            {
                [] => await CityHallHost.ServeAsync(options),
                ["--fresh"] => await FreshAsync(options),
                ["audit", "verify"] => await VerifyAsync(options),
                ["procedure", .. var rest] => await CityHallHost.ProcedureToolAsync(options, rest),
                ["bench", "seed", var count] when int.TryParse(count, out var n) => await BenchSeed.RunAsync(options, n),
                _ => Usage(),
            };
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"始められません。データのフォルダー（{options.DataFolder}）、データベース、ポート（{options.Port}）を確かめてください。(Cannot start: {fault.Message})");
            return 2;
        }
    }

    private static async Task<int> FreshAsync(CityOptions options)
    {
        await FreshCity.MakeAsync(options);
        return await CityHallHost.ServeAsync(options);
    }

    private static async Task<int> VerifyAsync(CityOptions options)
    {
        await using var app = CityHallHost.Build(options);
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        var found = await app.Services.GetRequiredService<AuditVerifier>().RunAsync();
        Console.WriteLine(found.Fault is null
            ? $"監査記録に異常はありません。記録 {found.Rows} 件、封印 {found.Seals} 件、封印前 {found.Unsealed} 件。"
            : $"監査記録に異常があります: {found.Fault}");
        Console.WriteLine($"rows={found.Rows} seals={found.Seals} unsealed={found.Unsealed} ok={(found.Fault is null ? "true" : "false")}");
        return found.Fault is null ? 0 : 1;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("""
            ./run                 窓口を開く
            ./run --fresh         データを消して新しく開く
            ./run audit verify    監査記録を検証する
            ./run procedure …     手続の定義を調べる
            """);
        return 2;
    }
}
