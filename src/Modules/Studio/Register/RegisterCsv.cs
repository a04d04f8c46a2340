using System.Text;
using CsvHelper;

namespace Madoguchi.Studio.Register;

/// <summary>A line of a file that cannot be taken, and why.</summary>
internal sealed record LineError(long Line, string? Column, string Code, string Value);

/// <summary>A line that was read.</summary>
/// <param name="Cells">46 cells.</param>
/// <param name="Own">The city's four; null when the file has none.</param>
internal sealed record CsvLine(long Line, string[] Cells, string[]? Own);

/// <summary>The file of the survey: two rows of headings, then a procedure a line. UTF-8, else CP932 as spreadsheets in Japan write it.</summary>
internal static class RegisterCsv
{
    private const int MostRecord = 1024 * 1024;

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false, true), CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!];

    /// <summary>Whether the whole file is UTF-8, and if not, CP932; null when it is neither.</summary>
    public static async Task<Encoding?> EncodingOfAsync(Stream file, CancellationToken stop)
    {
        foreach (var encoding in Encodings)
        {
            file.Position = 0;
            if (await IsAllAsync(file, encoding, stop)) return encoding;
        }

        return null;
    }

    /// <summary>Lines one after another; a line with too few or too many cells comes with none.</summary>
    /// <exception cref="CsvFormatException">A quote that is never closed, or a line beyond all measure.</exception>
    public static async IAsyncEnumerable<CsvLine> LinesAsync(Stream file, Encoding encoding, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, MaxRecordSize = MostRecord, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
        var (row, columns) = (0, 0);
        while (await csv.ReadAsync(stop))
        {
            row++;
            if (row <= 2)
            {
                columns = Math.Max(columns, HeadingsIn(csv));
                if (row == 2 && columns == 0) yield break;
                continue;
            }

            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i);
            if (cells.All(c => c.Length == 0)) continue;
            yield return cells.Length != columns ? new CsvLine(csv.LineNumber, [], null) : new CsvLine(csv.LineNumber, cells[..SurveyColumns.All.Count], columns > SurveyColumns.All.Count ? cells[SurveyColumns.All.Count..] : null);
        }
    }

    // 46 or 50 when these are the names of the columns, however brackets and line breaks in them are written.
    private static int HeadingsIn(CsvReader csv)
    {
        var all = SurveyColumns.All.Concat(SurveyColumns.Own).ToList();
        if (csv.FieldCount != SurveyColumns.All.Count && csv.FieldCount != all.Count) return 0;
        for (var i = 0; i < csv.FieldCount; i++)
            if (SurveyCell.Fold(csv.GetString(i)) != SurveyCell.Fold(all[i].Name)) return 0;
        return csv.FieldCount;
    }

    private static async Task<bool> IsAllAsync(Stream file, Encoding encoding, CancellationToken stop)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        var buffer = new char[32 * 1024];
        try
        {
            while (await reader.ReadAsync(buffer, stop) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
