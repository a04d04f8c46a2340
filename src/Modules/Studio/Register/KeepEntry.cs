using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>Writes an entry of the register by hand: a procedure that is not online, or what the city knows beside a definition.</summary>
internal sealed class KeepEntry(StudioDb db, IProcedures procedures, IDirectory directory, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public const int MostMinutes = 10_000;

    /// <param name="Key"><c>new</c>, the slug of a procedure of the catalogue or the id of an entry.</param>
    /// <param name="Version">Of the entry as it was opened; 0 when there was none.</param>
    /// <param name="Cells">46 cells as typed; those a definition fills are left out of account.</param>
    internal sealed record Input(string Key, long Version, string[] Cells, string? Division, string? Minutes, string? Seal, string? WhyOffline);

    public async Task<Result<RegisterEntry>> RunAsync(Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.Card(input.Key);
        var entry = input.Key == "new" ? null : await FindAsync(input.Key, card, stop);
        if ((entry?.Version ?? 0) != input.Version) return Refusals.Overtaken;
        var division = card?.Division ?? input.Division ?? "";
        var errors = new List<FieldError>();
        if (directory.Division(division) is null || !actor.May(ProceduresPermissions.Edit, division)) errors.Add(new FieldError("Division", "studio-division"));
        if (entry is not null && card is null && !actor.May(ProceduresPermissions.Edit, entry.Division)) throw new NotFoundException();
        var cells = Cells(input, card, entry, errors);
        if (entry is null && card is null && errors.Count == 0 && await db.Register.AnyAsync(e => e.SurveyId == cells[SurveyColumns.Id], stop)) errors.Add(new FieldError(FieldOf(SurveyColumns.Id), "register-taken"));
        if (card is null && procedures.Card(cells[SurveyColumns.Id]) is not null) errors.Add(new FieldError(FieldOf(SurveyColumns.Id), "register-taken"));
        var values = Values(input, cells, division, errors);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        if (entry is null) db.Add(entry = EntryOf.New(values, card is not null, actor.Id, clock.Now()));
        else EntryOf.Put(entry, values, card is not null, actor.Id, clock.Now());
        audit.Record("procedures.registerKept", "register", entry.SurveyId, new { entry.Division, entry.Online });
        return entry;
    }

    public static string FieldOf(int column) => $"c{column}";

    private async Task<RegisterEntry?> FindAsync(string key, ProcedureCard? card, CancellationToken stop)
    {
        if (card is not null) return await db.Register.FirstOrDefaultAsync(e => e.SurveyId == card.Slug, stop);
        return Guid.TryParse(key, out var id) && await db.Register.FirstOrDefaultAsync(e => e.Id == id, stop) is { } entry ? entry : throw new NotFoundException();
    }

    private static string[] Cells(Input input, ProcedureCard? card, RegisterEntry? entry, List<FieldError> errors)
    {
        var cells = new string[SurveyColumns.All.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = "";
            if (card is not null && CatalogueCells.Filled.Contains(i)) continue;
            if (SurveyCell.Read(SurveyColumns.All[i], input.Cells.ElementAtOrDefault(i) ?? "", out cells[i]) is { } error) errors.Add(new FieldError(FieldOf(i), error, ("column", SurveyColumns.All[i].Name)));
        }

        if (card is not null) (cells[SurveyColumns.Id], cells[SurveyColumns.Name], cells[SurveyColumns.Online]) = (card.Slug, card.Title.Ja, "1 実施済");
        else if (entry is not null) cells[SurveyColumns.Id] = entry.SurveyId;
        if (cells[SurveyColumns.Id].Length is 0 or > RegisterEntry.LongestSurveyId) errors.Add(new FieldError(FieldOf(SurveyColumns.Id), "register-id"));
        if (cells[SurveyColumns.Name].Length is 0 or > RegisterEntry.LongestName) errors.Add(new FieldError(FieldOf(SurveyColumns.Name), "register-name"));
        return cells;
    }

    private static EntryValues Values(Input input, string[] cells, string division, List<FieldError> errors)
    {
        var own = new string[4];
        var typed = new[] { "", input.Minutes ?? "", input.Seal ?? "", input.WhyOffline ?? "" };
        string[] fields = ["Division", "Minutes", "Seal", "WhyOffline"];
        for (var i = 1; i < own.Length; i++)
            if (SurveyCell.Read(SurveyColumns.Own[i], typed[i], out own[i]) is { } error) errors.Add(new FieldError(fields[i], error, ("column", SurveyColumns.Own[i].Name)));
        if (EntryOf.Number(own[1]) > MostMinutes) errors.Add(new FieldError("Minutes", "register-minutes"));
        if (own[3].Length > RegisterEntry.LongestWhy) errors.Add(new FieldError("WhyOffline", "register-long", ("column", SurveyColumns.Own[3].Name)));
        return new EntryValues(cells, division, errors.Count > 0 ? null : (int?)EntryOf.Number(own[1]), own[2] switch { "要" => true, "不要" => false, _ => null }, own[3].Length == 0 ? null : own[3]);
    }
}
