namespace Madoguchi.Applications.Data;

/// <summary>The rows figures are made of.</summary>
internal static class FigureRows
{
    /// <summary>How many matters of each procedure arrived since then.</summary>
    public static async Task<Dictionary<string, int>> ArrivalsAsync(Database database, DateTime since, CancellationToken stop) =>
        (await database.ListAsync("select procedure, count(*) from applications_applications where arrived_at >= @since group by procedure",
            row => (Procedure: row.GetString(0), Count: row.GetInt32(1)), stop, ("@since", since))).ToDictionary(r => r.Procedure, r => r.Count);

    /// <summary>How many matters of each procedure arrived from one moment on and before another, by channel.</summary>
    public static Task<List<(string Procedure, Channel Channel, long Count)>> ChannelsAsync(Database database, DateTime from, DateTime before, CancellationToken stop) =>
        database.ListAsync("select procedure, channel, count(*) from applications_applications where arrived_at >= @from and arrived_at < @before group by procedure, channel",
            row => (row.GetString(0), EnumText.Parse<Channel>(row.GetString(1)) ?? Channel.Counter, row.GetInt64(2)), stop, ("@from", from), ("@before", before));

    /// <summary>Arrival and end of every matter that arrived since then and has ended with a result.</summary>
    public static Task<List<(string Procedure, DateTime Arrived, DateTime Ended)>> EndedAsync(Database database, DateTime since, CancellationToken stop) =>
        database.ListAsync(
            """
            select a.procedure, a.arrived_at, min(e.at) from applications_applications a
            join applications_events e on e.application_id = a.id and e.kind in ('notified', 'completed')
            where a.arrived_at >= @since group by a.id, a.procedure, a.arrived_at
            """,
            row => (row.GetString(0), row.Utc(1), row.Utc(2)), stop, ("@since", since));
}
