using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Madoguchi.Studio.Lists;

/// <summary>The first visible sheet of a workbook, row by row. What unpacks to more than a list of items can be is not unpacked.</summary>
internal static class ExcelSheet
{
    private const long MostUnpacked = 10 * 1024 * 1024;
    private const int MostParts = 500;

    // A sheet has a dozen levels; the reader of rows calls itself once for each.
    private const int Deepest = 64;
    private const string Unreadable = "Excel のファイルとして読めません。開いて保存し直すか、CSV で保存してください。";

    public static (IReadOnlyList<SheetRow> Rows, string? Fault) Read(byte[] file)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
            {
                if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > MostUnpacked) return ([], "Excel のファイルの中身が大きすぎます。一覧のシートだけを別のファイルに保存してください。");
                if (zip.Entries.Any(IsDeep)) return ([], Unreadable);
            }

            using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostUnpacked });
            return book.WorkbookPart is { } workbook && FirstSheet(workbook) is { } sheet ? (Rows(sheet, Shared(workbook)), null) : ([], Unreadable);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or XmlException or FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException or OverflowException)
        {
            return ([], Unreadable);
        }
    }

    private static bool IsDeep(ZipArchiveEntry entry)
    {
        using var xml = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = MostUnpacked });
        try
        {
            while (xml.Read())
                if (xml.Depth > Deepest) return true;
        }
        catch (XmlException)
        {
            // A picture; or what the workbook's own reader will refuse at the same place.
        }

        return false;
    }

    private static WorksheetPart? FirstSheet(WorkbookPart workbook)
    {
        var sheet = workbook.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible);
        return sheet?.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null;
    }

    private static List<string> Shared(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem)) texts.Add(Cut(TextOf((SharedStringItem)reader.LoadCurrentElement()!)));
        return texts;
    }

    private static List<SheetRow> Rows(WorksheetPart sheet, List<string> shared)
    {
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(sheet);
        while (rows.Count <= Lists.Sheet.MostRows && reader.Read())
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row)) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            var number = row.RowIndex?.Value is { } given and <= int.MaxValue ? (int)given : rows.Count + 1;
            rows.Add(new SheetRow(number, CellsOf(row, shared)));
        }

        return rows;
    }

    private static List<string> CellsOf(Row row, List<string> shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column > Lists.Sheet.MostColumns) break;
            while (cells.Count < column) cells.Add("");
            var text = ValueOf(cell, shared).Trim();
            if (column < cells.Count) cells[column] = text;
            else cells.Add(text);
        }

        while (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static string ValueOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString is { } inline ? string.Concat(inline.Elements<Text>().Select(t => t.Text).Concat(inline.Elements<Run>().Select(r => r.Text?.Text))) : "";
        var raw = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString) return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        return cell.DataType?.Value == CellValues.Boolean ? raw == "1" ? "はい" : "いいえ" : raw;
    }

    // Once, for a thousand cells may point at the same text; one character too many is still too many.
    private static string Cut(string text) => text.Trim() is var trimmed && trimmed.Length > Lists.Sheet.LongestCell ? trimmed[..(Lists.Sheet.LongestCell + 1)] : trimmed;

    // The reading that Excel keeps beside Japanese words is no part of them.
    private static string TextOf(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper))
            if ((column = 26 * column + (c - 'A' + 1)) > 20000) return Lists.Sheet.MostColumns + 1;
        return column > 0 ? column - 1 : null;
    }
}
