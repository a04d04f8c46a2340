using System.Globalization;

namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>What no text of a definition may carry: markup, control characters, characters that turn the line round.</summary>
internal static class TextFaults
{
    public static void Find(Node node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Object:
                foreach (var (key, value) in node.Properties())
                {
                    if (!IsName(key)) node.Fault("has a key with characters that no key has");
                    if (key != "regex") Find(value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in node.Items()) Find(item);
                break;
            case JsonValueKind.String:
                Judge(node, node.Element.GetString()!);
                break;
        }
    }

    private static void Judge(Node node, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'))
            {
                node.Fault("carries markup; a text is plain");
                return;
            }

            if ((char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFEFF')
            {
                node.Fault($"carries the control character U+{(int)c:X4}");
                return;
            }
        }
    }

    private static bool IsName(string key) => key.Length is > 0 and <= 80 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
