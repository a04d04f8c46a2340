using System.IO.Compression;
using System.Security;
using System.Text;

namespace Studio.Tests.Lists;

/// <summary>Excel workbooks as Excel writes them: words in a table of their own, with their readings.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(params string[][] rows)
    {
        var words = rows.SelectMany(r => r).Where(c => c.Length > 0).Distinct().ToList();
        var cells = rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"s\"><v>{words.IndexOf(cell)}</v></c>"))}</row>");
        return Zip($"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(cells)}</sheetData></worksheet>",
            $"<sst xmlns=\"{Main}\" count=\"{words.Count}\" uniqueCount=\"{words.Count}\">{string.Concat(words.Select(w => $"<si><r><t>{SecurityElement.Escape(w[..1])}</t></r><r><t xml:space=\"preserve\">{SecurityElement.Escape(w[1..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>"))}</sst>");
    }

    public static byte[] Zip(string sheet, string shared, params (string Name, byte[] Content)[] more)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """u8.ToArray());
            Add("_rels/.rels", Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            Add("xl/workbook.xml", Text($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"一覧\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"));
            Add("xl/_rels/workbook.xml.rels", Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
            Add("xl/worksheets/sheet1.xml", Text(sheet));
            Add("xl/sharedStrings.xml", Text(shared));
            foreach (var (name, content) in more) Add(name, content);

            void Add(string name, byte[] content)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Text(string xml) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
}
