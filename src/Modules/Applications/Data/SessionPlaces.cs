using System.Globalization;

namespace Madoguchi.Applications.Data;

/// <summary>Reads the counters of booking sessions.</summary>
internal sealed class SessionPlaces(Database database) : ISessionPlaces
{
    public async Task<IReadOnlyDictionary<string, PlacesLeft>> LeftAsync(string procedure, IReadOnlyCollection<Session> sessions, CancellationToken stop = default)
    {
        var left = sessions.DistinctBy(s => s.Code).ToDictionary(s => s.Code, s => new PlacesLeft(s.Capacity, s.WaitingList));
        if (left.Count == 0) return left;

        var codes = left.Keys.Select((code, i) => (Name: string.Create(CultureInfo.InvariantCulture, $"@s{i}"), Code: code)).ToList();
        await using var command = await database.CommandAsync(
            $"select session, taken, waiting from applications_sessions where procedure = @procedure and session in ({string.Join(", ", codes.Select(c => c.Name))})", stop);
        command.With("@procedure", procedure);
        foreach (var (name, code) in codes) command.With(name, code);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var code = rows.GetString(0);
            var (places, waiting) = (left[code].Places - rows.GetInt64(1), left[code].Waiting - rows.GetInt64(2));
            left[code] = new PlacesLeft(rows.GetInt64(2) > 0 ? 0 : Math.Max(0, places), Math.Max(0, waiting));
        }

        return left;
    }
}
