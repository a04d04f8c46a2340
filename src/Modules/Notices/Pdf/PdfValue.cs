using System.Globalization;
using System.Text;

namespace Madoguchi.Notices.Pdf;

/// <summary>The file is no PDF this reader understands, or pretends to be one.</summary>
internal sealed class PdfFault(string reason) : Exception(reason);

/// <summary>A value of a PDF file. Strings keep their raw bytes, numbers their own writing.</summary>
internal abstract record PdfValue
{
    public abstract void Write(StringBuilder to);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }
}

/// <summary>null, true, false and numbers: kept as written.</summary>
internal sealed record PdfWord(string Text) : PdfValue
{
    public static readonly PdfWord Null = new("null");

    public long? Whole => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override void Write(StringBuilder to) => to.Append(Text);
}

/// <summary>A name without its slash, as written (#xx not resolved: what came in goes out).</summary>
internal sealed record PdfName(string Text) : PdfValue
{
    public override void Write(StringBuilder to) => to.Append('/').Append(Text);
}

/// <summary>A string; written as hexadecimal so that no byte needs an escape.</summary>
internal sealed record PdfText(byte[] Bytes) : PdfValue
{
    /// <summary>A text string in UTF-16 with its mark (ISO 32000-1 7.9.2.2).</summary>
    public static PdfText Of(string text) => new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    public string Read() => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : Bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3)
        : Encoding.Latin1.GetString(Bytes);

    public override void Write(StringBuilder to) => to.Append('<').Append(Convert.ToHexString(Bytes)).Append('>');
}

internal sealed record PdfReference(int Number, int Generation) : PdfValue
{
    public override void Write(StringBuilder to) => to.Append(CultureInfo.InvariantCulture, $"{Number} {Generation} R");
}

internal sealed record PdfArray(List<PdfValue> Items) : PdfValue
{
    public override void Write(StringBuilder to)
    {
        to.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) to.Append(' ');
            Items[i].Write(to);
        }

        to.Append(']');
    }
}

internal sealed record PdfDictionary(Dictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    public long? Whole(string key) => (this[key] as PdfWord)?.Whole;

    public string? Name(string key) => (this[key] as PdfName)?.Text;

    /// <summary>A copy with one entry changed: what was read is never altered.</summary>
    public PdfDictionary With(string key, PdfValue value) => new(new Dictionary<string, PdfValue>(Entries) { [key] = value });

    public override void Write(StringBuilder to)
    {
        to.Append("<<");
        foreach (var (key, value) in Entries)
        {
            to.Append('/').Append(key).Append(' ');
            value.Write(to);
            to.Append('\n');
        }

        to.Append(">>");
    }
}
