using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Madoguchi.Kernel.Text;

/// <summary>
/// A sentence ready to show. Its source may carry ruby as <c>{漢字|かんじ}</c>: pages write it as HTML ruby,
/// <see cref="ToString"/> (attributes, mail, API) gives the base text alone.
/// </summary>
public sealed class LocalizedText(string source) : IHtmlContent
{
    /// <summary>Nothing to show.</summary>
    public static readonly LocalizedText Empty = new("");

    /// <summary>The text with its ruby marks.</summary>
    public string Source { get; } = source;

    public bool IsEmpty => Source.Length == 0;

    public static implicit operator LocalizedText(string source) => new(source);

    // Explicit: pages must not choose Write(string), which would drop the ruby.
    public static explicit operator string(LocalizedText text) => text.ToString();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (text, ruby) in Parts(Source))
        {
            if (ruby is null)
            {
                encoder.Encode(writer, text);
                continue;
            }

            writer.Write("<ruby>");
            encoder.Encode(writer, text);
            writer.Write("<rp>(</rp><rt>");
            encoder.Encode(writer, ruby);
            writer.Write("</rt><rp>)</rp></ruby>");
        }
    }

    /// <summary>The text without its ruby.</summary>
    public override string ToString()
    {
        if (!Source.Contains('|')) return Source;

        var plain = new StringBuilder(Source.Length);
        foreach (var (text, _) in Parts(Source)) plain.Append(text);
        return plain.ToString();
    }

    private static IEnumerable<(string Text, string? Ruby)> Parts(string source)
    {
        var at = 0;
        while (at < source.Length)
        {
            var open = source.IndexOf('{', at);
            var close = open < 0 ? -1 : source.IndexOf('}', open);
            var bar = close < 0 ? -1 : source.IndexOf('|', open, close - open);
            if (close < 0) break;
            if (bar < 0)
            {
                yield return (source[at..(close + 1)], null);
            }
            else
            {
                if (open > at) yield return (source[at..open], null);
                yield return (source[(open + 1)..bar], source[(bar + 1)..close]);
            }

            at = close + 1;
        }

        if (at < source.Length) yield return (source[at..], null);
    }
}
