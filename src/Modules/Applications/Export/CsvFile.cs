using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Export;

/// <summary>CSV as spreadsheets open it: UTF-8 with BOM, CRLF, streamed. A cell that begins like a formula is disarmed by an apostrophe.</summary>
/// <param name="name">Of the file; the day is added.</param>
internal sealed class CsvFile(string name, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string?>> rows) : ActionResult
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var stop = context.HttpContext.RequestAborted;
        var today = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.csv\"";
        response.Headers.CacheControl = "private, no-store";
        await using var csv = CsvWriter.Create(response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. head], stop);
        await foreach (var row in rows.WithCancellation(stop))
            await csv.WriteRecordAsync([.. row.Select(cell => Disarmed(cell ?? ""))], stop);
        await csv.FlushAsync(stop);
    }

    // The writer knows the ASCII signs; Japanese spreadsheets take the wide ones for formulas too.
    private static string Disarmed(string cell) => cell.Length > 0 && "＝＋－＠".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
}
