using System.Text;

namespace Madoguchi.Notices.Pdf;

/// <summary>
/// What signing needs to know of a PDF file: where its objects stand (tables, streams and hybrids, ISO 32000-1 7.5.4–7.5.8),
/// its root and its first page. Not a general reader: what it does not need it does not understand.
/// </summary>
internal sealed class PdfFile
{
    private const int MaxSections = 128;
    private readonly byte[] bytes;
    private readonly Dictionary<int, PdfPlace> places = [];

    private PdfFile(byte[] bytes) => this.bytes = bytes;

    public PdfDictionary Trailer { get; private set; } = null!;

    /// <summary>Where the newest cross-reference section begins; the next one points back to it.</summary>
    public long LastSection { get; private set; }

    /// <summary>The newest section is a stream, so an update must be one too.</summary>
    public bool UsesStreams { get; private set; }

    /// <summary>First object number that is free.</summary>
    public int Size { get; private set; }

    /// <exception cref="PdfFault">Not readable.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        if (bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) < 0) throw new PdfFault("no PDF header");

        var file = new PdfFile(bytes);
        file.ReadSections();
        return file;
    }

    public PdfReference RootReference => Trailer["Root"] as PdfReference ?? throw new PdfFault("no root");

    public PdfDictionary Root => Dictionary(RootReference);

    /// <summary>The first page and its reference.</summary>
    public (PdfReference Reference, PdfDictionary Page) FirstPage()
    {
        var reference = Root["Pages"] as PdfReference ?? throw new PdfFault("no pages");
        for (var depth = 0; depth < 32; depth++)
        {
            var node = Dictionary(reference);
            if (node.Name("Type") == "Page") return (reference, node);

            var kids = Resolve(node["Kids"]) as PdfArray;
            reference = kids?.Items.FirstOrDefault() as PdfReference ?? throw new PdfFault("no first page");
        }

        throw new PdfFault("pages nested too deeply");
    }

    public PdfDictionary Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary ?? throw new PdfFault("dictionary expected");

    /// <summary>The value itself, or the object a reference names; null for a missing one.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == 8) throw new PdfFault("references run in a circle");
            value = places.TryGetValue(reference.Number, out var place) ? ReadObject(reference.Number, place) : null;
        }

        return value;
    }

    private PdfValue ReadObject(int number, PdfPlace place)
    {
        if (place.InStream)
        {
            if (!places.TryGetValue(place.Container, out var container) || container.InStream) throw new PdfFault("object stream is missing");
            return PdfStreams.ObjectIn(bytes, Inside(container.Offset), number, Length);
        }

        var lexer = new PdfLexer(bytes, Inside(place.Offset));
        if (lexer.Int() != number) throw new PdfFault("object is not where the table says");
        lexer.Int();
        lexer.Expect("obj");
        return lexer.Value();
    }

    private void ReadSections()
    {
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - 2048));
        var mark = tail.LastIndexOf("startxref"u8);
        if (mark < 0) throw new PdfFault("no startxref");
        var lexer = new PdfLexer(bytes, bytes.Length - tail.Length + mark + 9);
        LastSection = lexer.Long();

        var waiting = new Queue<long>([LastSection]);
        var seen = new HashSet<long>();
        while (waiting.TryDequeue(out var offset))
        {
            if (!seen.Add(offset)) continue;
            if (seen.Count > MaxSections) throw new PdfFault("too many sections");

            var trailer = ReadSection(Inside(offset), out var isStream);
            if (Trailer is null)
            {
                Trailer = trailer;
                UsesStreams = isStream;
                Size = trailer.Whole("Size") is { } size and > 0 and < 10_000_000 ? (int)size : throw new PdfFault("no sensible size");
            }

            if (trailer.Whole("XRefStm") is { } hybrid) waiting.Enqueue(hybrid);
            if (trailer.Whole("Prev") is { } previous) waiting.Enqueue(previous);
        }
    }

    private PdfDictionary ReadSection(int offset, out bool isStream)
    {
        var lexer = new PdfLexer(bytes, offset);
        var word = lexer.Word();
        isStream = word != "xref";
        if (isStream)
        {
            var (dictionary, entries) = PdfStreams.Section(bytes, offset, Length);
            foreach (var (number, place) in entries) places.TryAdd(number, place);
            return dictionary;
        }

        while (true)
        {
            lexer.SkipSpace();
            var start = lexer.At;
            if (lexer.Word() == "trailer") break;

            lexer.At = start;
            var first = lexer.Int();
            var count = lexer.Int();
            for (var i = 0; i < count; i++)
            {
                var at = lexer.Long();
                lexer.Int();
                if (lexer.Word() == "n") places.TryAdd(first + i, new PdfPlace(at, false, 0));
            }
        }

        return lexer.Value() as PdfDictionary ?? throw new PdfFault("no trailer");
    }

    /// <summary>A stream's length, which may stand in another object.</summary>
    private int Length(PdfValue? length) => (Resolve(length) as PdfWord)?.Whole is { } whole and >= 0 and <= int.MaxValue ? (int)whole : throw new PdfFault("no stream length");

    private int Inside(long offset) => offset >= 0 && offset < bytes.Length ? (int)offset : throw new PdfFault("offset outside the file");
}

/// <summary>Where an object stands: at an offset, or in an object stream.</summary>
internal readonly record struct PdfPlace(long Offset, bool InStream, int Container);
