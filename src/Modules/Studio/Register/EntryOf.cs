namespace Madoguchi.Studio.Register;

/// <summary>What is typed about a procedure: the national cells and the city's own four.</summary>
internal sealed record EntryValues(string[] Cells, string Division, int? Minutes, bool? Seal, string? WhyOffline);

/// <summary>Puts values into an entry and into the columns lists go by.</summary>
internal static class EntryOf
{
    public static RegisterEntry New(EntryValues values, bool ofCatalogue, string by, DateTime now)
    {
        var entry = new RegisterEntry
        {
            Id = Guid.CreateVersion7(), SurveyId = values.Cells[SurveyColumns.Id], Name = "", Words = "", Division = "", Online = "", Concern = "", Cells = "[]", ChangedBy = by,
        };
        Put(entry, values, ofCatalogue, by, now);
        return entry;
    }

    public static void Put(RegisterEntry entry, EntryValues values, bool ofCatalogue, string by, DateTime now)
    {
        var cells = values.Cells;
        entry.OfCatalogue = ofCatalogue;
        entry.Name = DraftStep.Short(cells[SurveyColumns.Name], RegisterEntry.LongestName);
        entry.Words = RegisterFilter.Folded($"{cells[SurveyColumns.Name]} {cells[SurveyColumns.Law]}");
        entry.Division = values.Division;
        entry.Online = SurveyCell.CodeOf(cells[SurveyColumns.Online]);
        entry.Concern = SurveyCell.CodeOf(cells[SurveyColumns.Concern]);
        entry.Originals = cells[SurveyColumns.HowDocuments].Contains("2 原紙", StringComparison.Ordinal);
        entry.Total = Number(cells[SurveyColumns.Total]) ?? Sum(cells);
        entry.OnlineTotal = Number(cells[SurveyColumns.OnlineTotal]);
        entry.Minutes = values.Minutes;
        // The survey itself says so where identity is proved by a seal.
        entry.Seal = values.Seal ?? (SurveyCell.CodeOf(cells[SurveyColumns.Identification]) is "1" or "2" ? true : null);
        entry.WhyOffline = values.WhyOffline;
        entry.Cells = JsonSerializer.Serialize(cells);
        (entry.ChangedBy, entry.ChangedAt, entry.Version) = (by, now, entry.Version + 1);
    }

    public static long? Number(string cell) => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Sum(string[] cells) =>
        Number(cells[SurveyColumns.OnlineTotal]) is { } online && Number(cells[SurveyColumns.OfflineTotal]) is { } offline ? online + offline : null;
}
