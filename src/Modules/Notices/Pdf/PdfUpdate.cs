using System.Globalization;
using System.Text;

namespace Madoguchi.Notices.Pdf;

/// <summary>
/// An incremental update (ISO 32000-1 7.5.6): objects and a new cross-reference section after the file, whose own bytes stay as they are.
/// </summary>
internal sealed class PdfUpdate(byte[] original, PdfFile file)
{
    private readonly MemoryStream appended = new();
    private readonly SortedDictionary<int, (long Offset, int Generation)> objects = [];
    private int next = file.Size;

    /// <summary>Where the next byte will stand in the whole file.</summary>
    public long Position => original.Length + appended.Length;

    public PdfReference NewReference() => new(next++, 0);

    /// <summary>Adds or replaces an object; answers where its body begins in the whole file.</summary>
    public long Add(PdfReference reference, string body)
    {
        if (appended.Length == 0) Append("\n");
        objects[reference.Number] = (Position, reference.Generation);
        Append($"{reference.Number} {reference.Generation} obj\n");
        var begins = Position;
        Append(body);
        Append("\nendobj\n");
        return begins;
    }

    public byte[] Finish()
    {
        var trailer = new PdfDictionary(file.Trailer.Entries
            .Where(e => e.Key is "Root" or "Info" or "ID")
            .ToDictionary(e => e.Key, e => e.Value));
        var section = file.UsesStreams ? StreamSection(trailer) : TableSection(trailer);
        Append($"startxref\n{section}\n%%EOF\n");
        return [.. original, .. appended.ToArray()];
    }

    private long TableSection(PdfDictionary trailer)
    {
        var position = Position;
        Append("xref\n");
        foreach (var (number, (offset, generation)) in objects)
            Append($"{number} 1\n{offset:D10} {generation:D5} n \n");
        Append($"trailer\n{Closed(trailer)}\n");
        return position;
    }

    private long StreamSection(PdfDictionary trailer)
    {
        var own = NewReference();
        var position = Position;
        objects[own.Number] = (position, 0);

        var index = new PdfArray([]);
        using var data = new MemoryStream();
        foreach (var (number, (offset, generation)) in objects)
        {
            index.Items.AddRange([new PdfWord(number.ToString(CultureInfo.InvariantCulture)), new PdfWord("1")]);
            data.WriteByte(1);
            for (var shift = 24; shift >= 0; shift -= 8) data.WriteByte((byte)(offset >> shift));
            data.WriteByte((byte)generation);
        }

        var head = Closed(trailer)
            .With("Type", new PdfName("XRef"))
            .With("W", new PdfArray([new PdfWord("1"), new PdfWord("4"), new PdfWord("1")]))
            .With("Index", index)
            .With("Length", new PdfWord(data.Length.ToString(CultureInfo.InvariantCulture)));
        Append($"{own.Number} 0 obj\n{head}\nstream\n");
        appended.Write(data.ToArray());
        Append("\nendstream\nendobj\n");
        return position;
    }

    private PdfDictionary Closed(PdfDictionary trailer) => trailer
        .With("Size", new PdfWord(next.ToString(CultureInfo.InvariantCulture)))
        .With("Prev", new PdfWord(file.LastSection.ToString(CultureInfo.InvariantCulture)));

    private void Append(string text) => appended.Write(Encoding.Latin1.GetBytes(text));

    
}
