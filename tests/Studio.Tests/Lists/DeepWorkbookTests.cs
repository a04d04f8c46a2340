using System.IO.Compression;
using Madoguchi.Studio.Lists;

namespace Studio.Tests.Lists;

/// <summary>A workbook made to break its reader is refused, and the city hall goes on.</summary>
public sealed class DeepWorkbookTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData(60, false)]
    [InlineData(200_000, true)]
    public void Levels_without_end_are_refused(int levels, bool refused)
    {
        var nested = string.Concat(Enumerable.Repeat("<x>", levels)) + string.Concat(Enumerable.Repeat("</x>", levels));
        var (_, fault) = Sheet.Read(Workbook($"<row r=\"1\">{nested}<c r=\"A1\" t=\"s\"><v>0</v></c></row>", "項目名"));
        Assert.Equal(refused, fault is not null);
    }

    [Fact]
    public void A_text_a_thousand_cells_point_at_is_cut_once()
    {
        var cells = string.Concat(Enumerable.Range(1, 400).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>0</v></c><c r=\"B{i}\" t=\"s\"><v>0</v></c></row>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (_, fault) = Sheet.Read(Workbook(cells, " " + new string('あ', 1_000_000)));
        Assert.NotNull(fault);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200 * 1024 * 1024);
    }

    private static byte[] Workbook(string rows, string shared)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Parts = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            Add("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" ContentType=\"{Types}.worksheet+xml\"/><Override PartName=\"/xl/shared.xml\" ContentType=\"{Types}.sharedStrings+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Parts}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Parts}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"b\" Type=\"{Parts}/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"c\" Type=\"{Parts}/sharedStrings\" Target=\"shared.xml\"/></Relationships>");
            Add("xl/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
            Add("xl/shared.xml", $"<sst xmlns=\"{Main}\"><si><t xml:space=\"preserve\">{shared}</t></si></sst>");

            void Add(string name, string text)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return file.ToArray();
    }
}
