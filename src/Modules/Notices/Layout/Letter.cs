using System.Text.Json;
using Madoguchi.Notices.Blocks;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Layout;

/// <summary>Puts a procedure's letter into the house's and fills both.</summary>
internal static class Letter
{
    private const string LayoutMark = "<!-- layout: ";

    /// <summary>The whole HTML document.</summary>
    /// <param name="name">Name of the letter, for faults.</param>
    /// <param name="body">Its blocks as JSON; of editions older than blocks an HTML template.</param>
    /// <param name="data">Everything the letter says.</param>
    /// <exception cref="TemplateFault">The letter or the data is not complete.</exception>
    public static string Compose(string name, string body, DocumentKind kind, JsonElement data) =>
        body.TrimStart().StartsWith('[') ? OfBlocks(name, body, kind, data) : OfTemplate(name, body, data);

    private static string OfBlocks(string name, string body, DocumentKind kind, JsonElement data)
    {
        using var json = JsonDocument.Parse(body);
        var reader = new BlockReader(name, kind == DocumentKind.Certificate);
        var nodes = reader.Read(json.RootElement);
        if (reader.Faults is [var first, ..]) throw new TemplateFault($"{name}.{first.Place}", 1, first.Reason);

        Node[] after = [.. new[] { "conditions", "reasons", "enclosures" }.Where(p => !reader.Includes(p)).Select(p => new TemplatePart(p))];
        return Whole(kind == DocumentKind.Certificate ? "certificate" : "notice", data, part => part switch { "body" => nodes, "after" => after, _ => null });
    }

    private static string OfTemplate(string name, string body, JsonElement data)
    {
        var (layout, content) = Split(name, body);
        return Whole(layout, data, part => part == "after" ? LetterParts.Read("enclosures") : null, content);
    }

    private static string Whole(string layout, JsonElement data, Func<string, Node[]?> made, string? content = null) =>
        Template.Parse(layout, LetterParts.Source(layout)!, part => part switch
        {
            "body" => content,
            "called" => layout == "certificate" ? "証明書" : "通知",
            _ => LetterParts.Source(part),
        }, made).Render(data);

    private static (string Layout, string Content) Split(string name, string body)
    {
        if (!body.StartsWith(LayoutMark, StringComparison.Ordinal)) return ("notice", body);

        var end = body.IndexOf(" -->", StringComparison.Ordinal);
        var layout = end < 0 ? "" : body[LayoutMark.Length..end];
        return layout is "notice" or "certificate" ? (layout, body[(end + 4)..]) : throw new TemplateFault(name, 1, $"unknown layout {layout}");
    }
}
