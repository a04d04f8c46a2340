using System.IO.Compression;
using System.Text;

namespace Madoguchi.Testing;

/// <summary>A one-page PDF, with a classic table or with cross-reference and object streams as office programs write them.</summary>
public static class SmallPdf
{
    private static readonly string[] Objects =
    [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>",
    ];

    private const string Content = "BT /F 12 Tf 20 100 Td (Hello) Tj ET";

    public static byte[] Make(bool streams) => streams ? WithStreams() : WithTable();

    private static byte[] WithTable()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in Objects.Append(Stream($"<</Length {Content.Length}>>", Content)))
        {
            offsets.Add(file.Length);
            file.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append($"{offset:D10} 00000 n \n");
        file.Append($"trailer\n<</Size {offsets.Count + 1} /Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static byte[] WithStreams()
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var contentAt = file.Length;
        file.Append($"4 0 obj\n{Stream($"<</Length {Content.Length}>>", Content)}\nendobj\n");

        var heads = new StringBuilder();
        var bodies = new StringBuilder();
        for (var i = 0; i < Objects.Length; i++)
        {
            heads.Append($"{i + 1} {bodies.Length} ");
            bodies.Append(Objects[i]).Append(' ');
        }

        var packed = Deflated(Encoding.Latin1.GetBytes(heads.ToString() + bodies));
        var packedAt = file.Length;
        file.Append($"5 0 obj\n{Stream($"<</Type /ObjStm /N 3 /First {heads.Length} /Filter /FlateDecode /Length {packed.Length}>>", packed)}\nendobj\n");

        var sectionAt = file.Length;
        byte[][] rows = [[0, 0, 0, 0], [2, 0, 5, 0], [2, 0, 5, 1], [2, 0, 5, 2], Row(contentAt), Row(packedAt), Row(sectionAt)];
        var section = Deflated(Predicted(rows));
        file.Append($"6 0 obj\n{Stream($"<</Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 4>> /Length {section.Length}>>", section)}\nendobj\n");
        file.Append($"startxref\n{sectionAt}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static byte[] Row(int offset) => [1, (byte)(offset >> 8), (byte)offset, 0];

    private static byte[] Predicted(byte[][] rows)
    {
        var bytes = new List<byte>();
        for (var row = 0; row < rows.Length; row++)
        {
            bytes.Add(2);
            for (var i = 0; i < rows[row].Length; i++) bytes.Add((byte)(rows[row][i] - (row > 0 ? rows[row - 1][i] : 0)));
        }

        return [.. bytes];
    }

    private static string Stream(string dictionary, string content) => $"{dictionary}\nstream\n{content}\nendstream";

    private static string Stream(string dictionary, byte[] content) => Stream(dictionary, Encoding.Latin1.GetString(content));

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }
}
