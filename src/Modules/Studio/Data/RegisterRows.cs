using System.Data.Common;
using System.Text;

namespace Madoguchi.Studio.Data;

/// <summary>Writes many entries of the register, replacing those with the same 手続ID.</summary>
internal static class RegisterRows
{
    // SQLite looks for every parameter by its name: a statement of many rows takes longer than many statements.
    private const int Batch = 25;

    private static readonly string[] Columns =
        ["id", "survey_id", "of_catalogue", "name", "words", "division", "online", "concern", "originals", "total", "online_total", "minutes", "seal", "why_offline", "cells", "changed_by", "changed_at", "version"];

    // What a file without the city's own columns does not know stays as it is.
    private static readonly string[] Own = ["minutes", "why_offline"];

    /// <param name="own">Whether the file had the city's own columns.</param>
    public static async Task UpsertAsync(Database database, IAsyncEnumerable<RegisterEntry> entries, bool own, CancellationToken stop)
    {
        await using var whole = await CommandAsync(database, Batch, own, stop);
        var waiting = new List<RegisterEntry>(Batch);
        await foreach (var entry in entries.WithCancellation(stop))
        {
            waiting.Add(entry);
            if (waiting.Count < Batch) continue;
            await WriteAsync(whole, waiting, stop);
            waiting.Clear();
        }

        if (waiting.Count == 0) return;
        await using var rest = await CommandAsync(database, waiting.Count, own, stop);
        await WriteAsync(rest, waiting, stop);
    }

    private static async Task<DbCommand> CommandAsync(Database database, int rows, bool own, CancellationToken stop)
    {
        var command = await database.CommandAsync(Sql(rows, own), stop);
        for (var i = 0; i < rows; i++)
            for (var c = 0; c < Columns.Length; c++) command.With($"@p{i}_{c}", null);
        return command;
    }

    private static async Task WriteAsync(DbCommand command, List<RegisterEntry> entries, CancellationToken stop)
    {
        var place = 0;
        foreach (var value in entries.SelectMany(Values)) command.Parameters[place++].Value = value ?? DBNull.Value;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static string Sql(int count, bool own)
    {
        var sql = new StringBuilder($"insert into studio_register as kept ({string.Join(", ", Columns)}) values ");
        for (var i = 0; i < count; i++) sql.Append(i == 0 ? "(" : ", (").AppendJoin(", ", Columns.Select((_, c) => $"@p{i}_{c}")).Append(')');
        var set = Columns.Where(c => c is not ("id" or "survey_id" or "version" or "seal") && (own || !Own.Contains(c))).Select(c => $"{c} = excluded.{c}");
        return sql.Append(" on conflict (survey_id) do update set ").AppendJoin(", ", set)
            .Append(own ? ", seal = excluded.seal" : ", seal = coalesce(excluded.seal, kept.seal)").Append(", version = kept.version + 1").ToString();
    }

    private static object?[] Values(RegisterEntry e) =>
    [
        e.Id, e.SurveyId, e.OfCatalogue, e.Name, e.Words, e.Division, e.Online, e.Concern, e.Originals, e.Total, e.OnlineTotal, e.Minutes, e.Seal, e.WhyOffline, e.Cells, e.ChangedBy, e.ChangedAt, e.Version,
    ];
}
