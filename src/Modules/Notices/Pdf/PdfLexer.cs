using System.Text;

namespace Madoguchi.Notices.Pdf;

/// <summary>Reads values from bytes of unknown origin: every step is bounded by the file and by a depth.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, int at)
{
    private const int MaxDepth = 64;
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int At { get; set; } = at;

    public readonly bool AtEnd => At >= bytes.Length;

    public void SkipSpace()
    {
        while (At < bytes.Length)
        {
            if (bytes[At] == '%')
            {
                while (At < bytes.Length && bytes[At] is not ((byte)'\r' or (byte)'\n')) At++;
            }
            else if (IsSpace(bytes[At]))
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A word of ordinary characters (number, keyword); empty before a delimiter.</summary>
    public string Word()
    {
        SkipSpace();
        var start = At;
        while (At < bytes.Length && !IsSpace(bytes[At]) && !IsDelimiter(bytes[At])) At++;
        if (At - start > 127) throw new PdfFault("word too long");
        return Encoding.Latin1.GetString(bytes[start..At]);
    }

    public void Expect(string word)
    {
        if (Word() != word) throw new PdfFault($"{word} expected");
    }

    public int Int() => int.TryParse(Word(), out var number) && number >= 0 ? number : throw new PdfFault("number expected");

    public long Long() => long.TryParse(Word(), out var number) && number >= 0 ? number : throw new PdfFault("number expected");

    public PdfValue Value(int depth = 0)
    {
        if (depth > MaxDepth) throw new PdfFault("nested too deeply");
        SkipSpace();
        if (AtEnd) throw new PdfFault("ends too early");

        switch (bytes[At])
        {
            case (byte)'/':
                At++;
                return new PdfName(NameText());
            case (byte)'(':
                return Literal();
            case (byte)'[':
                return Array(depth);
            case (byte)'<' when At + 1 < bytes.Length && bytes[At + 1] == '<':
                return Dictionary(depth);
            case (byte)'<':
                return Hexadecimal();
            default:
                return NumberOrReference();
        }
    }

    private string NameText()
    {
        var start = At;
        while (At < bytes.Length && !IsSpace(bytes[At]) && !IsDelimiter(bytes[At])) At++;
        return Encoding.Latin1.GetString(bytes[start..At]);
    }

    private PdfValue NumberOrReference()
    {
        var word = Word();
        if (word.Length == 0) throw new PdfFault("value expected");

        var after = At;
        if (int.TryParse(word, out var number) && number >= 0 && int.TryParse(Word(), out var generation) && generation >= 0 && Word() == "R")
            return new PdfReference(number, generation);
        At = after;
        return new PdfWord(word);
    }

    private PdfArray Array(int depth)
    {
        At++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (AtEnd) throw new PdfFault("array not closed");
            if (bytes[At] == ']')
            {
                At++;
                return new PdfArray(items);
            }

            items.Add(Value(depth + 1));
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        At += 2;
        var entries = new Dictionary<string, PdfValue>();
        while (true)
        {
            SkipSpace();
            if (At + 1 >= bytes.Length) throw new PdfFault("dictionary not closed");
            if (bytes[At] == '>' && bytes[At + 1] == '>')
            {
                At += 2;
                return new PdfDictionary(entries);
            }

            if (bytes[At] != '/') throw new PdfFault("name expected");
            At++;
            entries[NameText()] = Value(depth + 1);
        }
    }

    private PdfText Hexadecimal()
    {
        At++;
        var digits = new StringBuilder();
        while (At < bytes.Length && bytes[At] != '>')
        {
            if (char.IsAsciiHexDigit((char)bytes[At])) digits.Append((char)bytes[At]);
            else if (!IsSpace(bytes[At])) throw new PdfFault("hexadecimal digit expected");
            At++;
        }

        if (AtEnd) throw new PdfFault("string not closed");
        At++;
        if (digits.Length % 2 == 1) digits.Append('0');
        return new PdfText(Convert.FromHexString(digits.ToString()));
    }

    private PdfText Literal()
    {
        At++;
        var text = new List<byte>();
        for (var open = 1; At < bytes.Length; At++)
        {
            var b = bytes[At];
            if (b == '\\')
            {
                Escaped(text);
                continue;
            }

            if (b == '(') open++;
            if (b == ')' && --open == 0)
            {
                At++;
                return new PdfText([.. text]);
            }

            text.Add(b);
        }

        throw new PdfFault("string not closed");
    }

    private void Escaped(List<byte> text)
    {
        if (++At >= bytes.Length) throw new PdfFault("string not closed");
        var b = bytes[At];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = 0;
            var digits = 0;
            while (digits < 3 && At < bytes.Length && bytes[At] is >= (byte)'0' and <= (byte)'7')
            {
                code = code * 8 + bytes[At++] - '0';
                digits++;
            }

            At--;
            text.Add((byte)code);
            return;
        }

        if (b == '\n') return;
        if (b == '\r')
        {
            if (At + 1 < bytes.Length && bytes[At + 1] == '\n') At++;
            return;
        }

        text.Add(b switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => 8, (byte)'f' => 12, _ => b });
    }

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte b) =>
        b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
