using CsvHelper;
using Madoguchi.Studio.Data;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>A file of the survey into the register: every line is judged first, then all are written or none. What stands in the register under the same 手続ID is replaced, nothing is deleted.</summary>
internal sealed class ImportRegister(StudioDb db, Database database, IProcedures procedures, IDirectory directory, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Faulty lines that are told; the rest are counted.</summary>
    public const int MostErrors = 200;

    /// <param name="Written">Lines taken; 0 when there is an error.</param>
    internal sealed record Report(long Written, IReadOnlyList<LineError> Errors, long Faulty);

    /// <param name="division">Of lines that are new and name none.</param>
    public async Task<Result<Report>> RunAsync(Stream file, string? division, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        if (directory.Division(division ?? "") is null || !actor.May(ProceduresPermissions.Edit, division)) return Refusals.Field("division", "studio-division");
        if (await RegisterCsv.EncodingOfAsync(file, stop) is not { } encoding) return Refusals.Field("file", "register-encoding");
        var known = await db.Register.AsNoTracking().Select(e => new { e.SurveyId, e.Division }).ToDictionaryAsync(e => e.SurveyId, e => e.Division, stop);
        try
        {
            var (lines, own, errors, faulty) = await JudgeAsync(RegisterCsv.LinesAsync(file, encoding, stop), division!, known);
            if (faulty > 0) return new Report(0, errors, faulty);
            if (lines == 0) return Refusals.Field("file", "register-headings");
            await database.BeginAsync(stop);
            await RegisterRows.UpsertAsync(database, EntriesAsync(RegisterCsv.LinesAsync(file, encoding, stop), division!, known), own, stop);
            audit.Record("procedures.registerImported", "register", division!, new { Lines = lines });
            return new Report(lines, [], 0);
        }
        catch (CsvFormatException)
        {
            return Refusals.Field("file", "register-broken");
        }
    }

    private async Task<(long Lines, bool Own, IReadOnlyList<LineError> Errors, long Faulty)> JudgeAsync(IAsyncEnumerable<CsvLine> file, string division, Dictionary<string, string> known)
    {
        var (lines, own, faulty, errors, seen) = (0L, false, 0L, new List<LineError>(), new HashSet<string>());
        await foreach (var line in file)
        {
            lines++;
            own = line.Own is not null;
            var found = new List<LineError>();
            var values = Read(line, division, known, found);
            if (values is not null && !seen.Add(values.Cells[SurveyColumns.Id])) found.Add(new LineError(line.Line, SurveyColumns.All[0].Name, "register-twice", values.Cells[0]));
            if (found.Count == 0) continue;
            faulty++;
            if (errors.Count < MostErrors) errors.AddRange(found);
        }

        return (lines, own, errors, faulty);
    }

    private async IAsyncEnumerable<RegisterEntry> EntriesAsync(IAsyncEnumerable<CsvLine> file, string division, Dictionary<string, string> known)
    {
        var (by, now) = (actor.Id, clock.Now());
        await foreach (var line in file)
            if (Read(line, division, known, []) is { } values) yield return EntryOf.New(values, procedures.Card(values.Cells[SurveyColumns.Id]) is not null, by, now);
    }

    private EntryValues? Read(CsvLine line, string division, Dictionary<string, string> known, List<LineError> errors)
    {
        if (line.Cells.Length == 0)
        {
            errors.Add(new LineError(line.Line, null, "register-columns", ""));
            return null;
        }

        var cells = new string[line.Cells.Length];
        for (var i = 0; i < cells.Length; i++)
            if (SurveyCell.Read(SurveyColumns.All[i], line.Cells[i], out cells[i]) is { } error) errors.Add(new LineError(line.Line, SurveyColumns.All[i].Name, error, cells[i]));
        var own = new string[SurveyColumns.Own.Count];
        for (var i = 0; i < own.Length; i++)
            if (SurveyCell.Read(SurveyColumns.Own[i], line.Own is { } typed ? typed[i] : "", out own[i]) is { } error) errors.Add(new LineError(line.Line, SurveyColumns.Own[i].Name, error, own[i]));
        var id = cells[SurveyColumns.Id];
        if (id.Length is 0 or > RegisterEntry.LongestSurveyId) errors.Add(new LineError(line.Line, SurveyColumns.All[0].Name, "register-id", id));
        if (cells[SurveyColumns.Name].Length is 0 or > RegisterEntry.LongestName) errors.Add(new LineError(line.Line, SurveyColumns.All[SurveyColumns.Name].Name, "register-name", cells[SurveyColumns.Name]));
        if (EntryOf.Number(own[1]) > KeepEntry.MostMinutes) errors.Add(new LineError(line.Line, SurveyColumns.Own[1].Name, "register-minutes", own[1]));
        if (own[3].Length > RegisterEntry.LongestWhy) errors.Add(new LineError(line.Line, SurveyColumns.Own[3].Name, "register-long", own[3][..40]));
        var owner = DivisionOf(line, id, own[0], division, known, errors);
        return errors.Count > 0 ? null : new EntryValues(cells, owner, (int?)EntryOf.Number(own[1]), own[2] switch { "要" => true, "不要" => false, _ => null }, own[3].Length == 0 ? null : own[3]);
    }

    // A procedure of the catalogue is its division's, one that is known stays where it is unless the file moves it.
    private string DivisionOf(CsvLine line, string id, string named, string division, Dictionary<string, string> known, List<LineError> errors)
    {
        var there = procedures.Card(id)?.Division ?? known.GetValueOrDefault(id);
        var wanted = procedures.Card(id)?.Division ?? (named.Length == 0 ? there ?? division : directory.Divisions.FirstOrDefault(d => d.Code == named || d.Name == named)?.Code);
        if (there is not null && !actor.May(ProceduresPermissions.Edit, there)) errors.Add(new LineError(line.Line, SurveyColumns.Own[0].Name, "register-others", directory.Division(there)?.Name ?? there));
        else if (wanted is null || !actor.May(ProceduresPermissions.Edit, wanted)) errors.Add(new LineError(line.Line, SurveyColumns.Own[0].Name, "studio-division", named));
        return wanted ?? "";
    }
}
