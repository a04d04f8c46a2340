using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Messaging.DemoMail;

/// <summary>A mail of the demo's folder, read back as a mail program would.</summary>
internal sealed partial record EmlFile(string Id, DateTime? At, string From, string To, string Subject, string Body)
{
    public static EmlFile Read(string file)
    {
        var raw = File.ReadAllText(file, Encoding.UTF8).ReplaceLineEndings("\n");
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = Headers(end < 0 ? raw : raw[..end]);
        return new EmlFile(
            Path.GetFileNameWithoutExtension(file), DateOf(headers.GetValueOrDefault("Date")),
            Words(headers.GetValueOrDefault("From", "")), Words(headers.GetValueOrDefault("To", "")), Words(headers.GetValueOrDefault("Subject", "")),
            BodyOf(end < 0 ? "" : raw[(end + 2)..], headers.GetValueOrDefault("Content-Transfer-Encoding", "")));
    }

    private static Dictionary<string, string> Headers(string head)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(head, " ").Split('\n'))
            if (line.IndexOf(':') is > 0 and var colon) headers.TryAdd(line[..colon], line[(colon + 1)..].Trim());
        return headers;
    }

    // RFC 2047. The space between two encoded words is not part of the text; a character may be cut between two words.
    private static string Words(string value)
    {
        var made = new StringBuilder();
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match word in Encoded().Matches(value))
        {
            var between = value[at..word.Index];
            if (!string.IsNullOrWhiteSpace(between) || at == 0) Flush(made, bytes).Append(between);
            bytes.AddRange(word.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(word.Groups[2].Value) : Quoted(word.Groups[2].Value));
            at = word.Index + word.Length;
        }

        return Flush(made, bytes).Append(value[at..]).ToString();
    }

    private static StringBuilder Flush(StringBuilder made, List<byte> bytes)
    {
        made.Append(Encoding.UTF8.GetString([.. bytes]));
        bytes.Clear();
        return made;
    }

    private static byte[] Quoted(string text) =>
        Encoding.Latin1.GetBytes(Escaped().Replace(text.Replace('_', ' '), e => ((char)Convert.ToByte(e.Groups[1].Value, 16)).ToString()));

    private static string BodyOf(string body, string encoding) =>
        encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body)).ReplaceLineEndings("\n") : body;

    private static DateTime? DateOf(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.UtcDateTime : null;

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?\s]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex Escaped();
}
