using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Studio.Register;

/// <summary>The register as a file of the national survey: UTF-8 with BOM, two rows of headings, streamed. A cell that begins like a formula is disarmed by an apostrophe.</summary>
internal sealed class RegisterFile(ExportRegister export, string? division, string? counted, bool own) : ActionResult
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var stop = context.HttpContext.RequestAborted;
        var today = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"procedures-register-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv\"";
        response.Headers.CacheControl = "private, no-store";
        var columns = SurveyColumns.All.Concat(own ? SurveyColumns.Own : []).ToList();
        await using var csv = CsvWriter.Create(response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select((c, i) => i == 0 || columns[i - 1].Group != c.Group ? c.Group : "")], stop);
        await csv.WriteRecordAsync([.. columns.Select(c => c.Name)], stop);
        await foreach (var line in export.RunAsync(division, counted, own, stop)) await csv.WriteRecordAsync([.. line.Select(Disarmed)], stop);
        await csv.FlushAsync(stop);
    }

    // The writer knows the ASCII signs; Japanese spreadsheets take the wide ones for formulas too.
    private static string Disarmed(string cell) => cell.Length > 0 && "＝＋－＠".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
}
