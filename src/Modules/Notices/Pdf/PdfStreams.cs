using System.IO.Compression;

namespace Madoguchi.Notices.Pdf;

/// <summary>Cross-reference streams and object streams; inflated only up to a limit.</summary>
internal static class PdfStreams
{
    private const int MaxInflated = 32 * 1024 * 1024;

    public static (PdfDictionary Dictionary, List<(int Number, PdfPlace Place)> Entries) Section(byte[] bytes, int offset, Func<PdfValue?, int> length)
    {
        var (dictionary, data) = Stream(bytes, offset, length);
        if (dictionary.Name("Type") != "XRef") throw new PdfFault("no cross-reference section");

        var widths = Numbers(dictionary["W"], 3);
        if (widths.Any(w => w is < 0 or > 8)) throw new PdfFault("no sensible widths");
        var width = widths.Sum();
        if (width == 0) throw new PdfFault("no sensible widths");
        var index = dictionary["Index"] is PdfArray ranges ? ranges.Items.Select(Number).ToArray() : [0, Number(dictionary["Size"])];

        var entries = new List<(int, PdfPlace)>();
        var at = 0;
        for (var range = 0; range + 1 < index.Length; range += 2)
        {
            for (var i = 0; i < index[range + 1] && at + width <= data.Length; i++, at += width)
            {
                var kind = widths[0] == 0 ? 1 : Field(data, at, widths[0]);
                var second = Field(data, at + widths[0], widths[1]);
                var number = index[range] + i;
                if (kind == 1) entries.Add((number, new PdfPlace(second, false, 0)));
                if (kind == 2) entries.Add((number, new PdfPlace(0, true, (int)Math.Min(second, int.MaxValue))));
            }
        }

        return (dictionary, entries);
    }

    public static PdfValue ObjectIn(byte[] bytes, int offset, int number, Func<PdfValue?, int> length)
    {
        var (dictionary, data) = Stream(bytes, offset, length);
        if (dictionary.Name("Type") != "ObjStm") throw new PdfFault("no object stream");

        var first = Number(dictionary["First"]);
        var count = Number(dictionary["N"]);
        var heads = new PdfLexer(data, 0);
        for (var i = 0; i < count; i++)
        {
            var found = heads.Int();
            var at = heads.Int();
            if (found != number) continue;
            if ((long)first + at >= data.Length) break;
            return new PdfLexer(data, first + at).Value();
        }

        throw new PdfFault("object is not in its stream");
    }

    private static (PdfDictionary Dictionary, byte[] Data) Stream(byte[] bytes, int offset, Func<PdfValue?, int> length)
    {
        if (offset < 0 || offset >= bytes.Length) throw new PdfFault("offset outside the file");
        var lexer = new PdfLexer(bytes, offset);
        lexer.Int();
        lexer.Int();
        lexer.Expect("obj");
        var dictionary = lexer.Value() as PdfDictionary ?? throw new PdfFault("stream expected");
        lexer.Expect("stream");

        var start = lexer.At;
        if (start < bytes.Length && bytes[start] == '\r') start++;
        if (start < bytes.Length && bytes[start] == '\n') start++;
        var size = length(dictionary["Length"]);
        if ((long)start + size > bytes.Length) throw new PdfFault("stream outside the file");
        return (dictionary, Decoded(dictionary, bytes.AsMemory(start, size)));
    }

    private static byte[] Decoded(PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        var filter = dictionary["Filter"] is PdfArray { Items: [PdfName only] } ? only.Text : dictionary.Name("Filter");
        if (dictionary["Filter"] is null) return data.ToArray();
        if (filter != "FlateDecode") throw new PdfFault("filter not understood");

        var inflated = Inflate(data);
        var parameters = dictionary["DecodeParms"] is PdfArray { Items: [PdfDictionary first] } ? first : dictionary["DecodeParms"] as PdfDictionary;
        return (parameters?.Whole("Predictor") ?? 1) switch
        {
            1 => inflated,
            >= 10 and <= 15 => WithoutPrediction(inflated, (int)Math.Clamp(parameters!.Whole("Columns") ?? 1, 0, int.MaxValue)),
            _ => throw new PdfFault("predictor not understood"),
        };
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> data)
    {
        using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (inflated.Length + read > MaxInflated) throw new PdfFault("stream inflates too far");
                inflated.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfFault("stream does not inflate");
        }

        return inflated.ToArray();
    }

    /// <summary>Undoes the PNG predictors (one byte a pixel, as cross-reference streams use them).</summary>
    private static byte[] WithoutPrediction(byte[] data, int columns)
    {
        if (columns is <= 0 or > 65536) throw new PdfFault("no sensible columns");
        var rows = data.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var kind = data[row * (columns + 1)];
            for (var i = 0; i < columns; i++)
            {
                var value = data[row * (columns + 1) + 1 + i];
                var left = i > 0 ? plain[row * columns + i - 1] : 0;
                var up = row > 0 ? plain[(row - 1) * columns + i] : 0;
                var corner = i > 0 && row > 0 ? plain[(row - 1) * columns + i - 1] : 0;
                plain[row * columns + i] = (byte)(value + kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new PdfFault("predictor not understood") });
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static long Field(byte[] data, int at, int width)
    {
        var value = 0L;
        for (var i = 0; i < width; i++) value = value << 8 | data[at + i];
        return value;
    }

    private static int[] Numbers(PdfValue? value, int count) =>
        value is PdfArray array && array.Items.Count == count ? [.. array.Items.Select(Number)] : throw new PdfFault("numbers expected");

    private static int Number(PdfValue? value) =>
        (value as PdfWord)?.Whole is { } whole and >= 0 and <= int.MaxValue ? (int)whole : throw new PdfFault("number expected");
}
