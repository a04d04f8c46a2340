using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Madoguchi.Procedures.Paper;

/// <summary>Small pieces of HTML; whatever somebody typed goes through <see cref="Typed"/>.</summary>
internal static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(LocalizedText text)
    {
        using var writer = new StringWriter();
        text.WriteTo(writer, Encoder);
        return writer.ToString().Replace("\n", "<br>", StringComparison.Ordinal);
    }

    public static string Typed(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static string Lines(string text) => string.Join("<br>", text.Split('\n').Select(Typed));

    /// <summary>Squares for so many characters, filled from the left or, for numbers, from the right.</summary>
    public static string Squares(int count, string? filled, bool fromRight = false)
    {
        var text = filled ?? "";
        if (text.Length > count) return Line(Typed(text), "medium");
        var padded = fromRight ? text.PadLeft(count) : text.PadRight(count);
        return $"<span class=\"squares\">{string.Concat(padded.Select(c => $"<span class=\"square\">{Typed(c.ToString()).Trim()}</span>"))}</span>";
    }

    /// <summary>A place to write on, with what is filled in already.</summary>
    public static string Line(string? html, string width = "wide") => $"<span class=\"line {width}\">{html}</span>";

    /// <summary>Lines for a longer text; what is filled in stands on them, and may need more of them.</summary>
    public static string Ruled(int lines, string html) => html.Length > 0
        ? $"<div class=\"ruled filled\" style=\"min-height:{lines * 9}mm\">{html}</div>"
        : $"<div class=\"ruled\">{string.Concat(Enumerable.Repeat("<div></div>", lines))}</div>";

    public static string Tick(bool ticked, string label) => $"<span class=\"tick\"><span class=\"box\">{(ticked ? "✓" : "")}</span><span>{label}</span></span>";

    public static string Labelled(string label, string content, string more = "") => $"<div class=\"part {more}\"><span class=\"small\">{label}</span>{content}</div>";
}
