using System.Text;
using CsvHelper;

namespace Madoguchi.Studio.Lists;

/// <summary>A row of a sheet with its number as the spreadsheet shows it.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public string Cell(int index) => index >= 0 && index < Cells.Count ? Cells[index] : "";
}

/// <summary>Cells of a CSV file (UTF-8 with or without BOM, UTF-16, Shift_JIS) or of the first sheet of an Excel workbook; whatever cannot be read is said in words.</summary>
internal static class Sheet
{
    public const int LargestFile = 2 * 1024 * 1024;
    public const int MostRows = 600;
    public const int MostColumns = 50;
    public const int LongestCell = 4000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, SkipEmptyLines = false, TrackLineNumbers = true, MaxRecordSize = 256 * 1024, MalformedData = CsvMalformedDataHandling.Throw };

    public static (IReadOnlyList<SheetRow> Rows, string? Fault) Read(byte[] file)
    {
        if (file.Length > LargestFile) return ([], "ファイルが大きすぎます（2MBまで）。");
        if (file.AsSpan().StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0])) return ([], "古い形式（.xls）か、パスワードの付いたファイルです。.xlsx か CSV で保存し直してください。");
        var (rows, fault) = file.AsSpan().StartsWith("PK"u8) ? ExcelSheet.Read(file) : Csv(file);
        if (fault is not null) return ([], fault);
        if (rows.Count > MostRows) return ([], $"行が多すぎます（{MostRows}行まで）。");
        var wrong = rows.FirstOrDefault(r => r.Cells.Count > MostColumns || r.Cells.Any(c => c.Length > LongestCell));
        return wrong is null ? (rows, null) : ([], wrong.Cells.Count > MostColumns ? $"{wrong.Number}行目の列が多すぎます（{MostColumns}列まで）。" : $"{wrong.Number}行目に長すぎる文字があります（{LongestCell}字まで）。");
    }

    private static (IReadOnlyList<SheetRow> Rows, string? Fault) Csv(byte[] file)
    {
        if (TextOf(file) is not { } text) return ([], "文字を読めません。CSV（UTF-8 か Shift_JIS）か Excel（.xlsx）で保存し直してください。");
        if (text.Contains('\0')) return ([], "CSV でも Excel でもないファイルです。");
        try
        {
            using var csv = CsvReader.FromText(text, Options);
            var rows = new List<SheetRow>();
            while (csv.Read() && rows.Count <= MostRows)
                rows.Add(new SheetRow((int)csv.LineNumber, [.. Enumerable.Range(0, Math.Min(csv.FieldCount, MostColumns + 1)).Select(i => csv.GetString(i).Trim())]));
            return (rows, null);
        }
        catch (CsvFormatException)
        {
            return ([], "CSV として読めません。「\"」（引用符）の閉じ忘れがないか確かめてください。");
        }
    }

    private static string? TextOf(byte[] file)
    {
        if (file.AsSpan().StartsWith((byte[])[0xFF, 0xFE])) return Encoding.Unicode.GetString(file.AsSpan(2));
        var bytes = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsSpan(3) : file;
        return Decoded(Utf8, bytes) ?? Decoded(ShiftJis, bytes);
    }

    private static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
