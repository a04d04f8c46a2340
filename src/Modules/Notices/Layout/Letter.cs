using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Layout;

/// <summary>Puts a procedure's template into the house's letter and fills both.</summary>
internal static class Letter
{
    private const string LayoutMark = "<!-- layout: ";

    /// <summary>The whole HTML document.</summary>
    /// <param name="name">Name of the template, for faults.</param>
    /// <param name="body">The procedure's template; it may begin with <c>&lt;!-- layout: certificate --&gt;</c>.</param>
    /// <param name="data">Everything the letter says.</param>
    /// <exception cref="TemplateFault">The template or the data is not complete.</exception>
    public static string Compose(string name, string body, JsonElement data)
    {
        var (layout, content) = Split(name, body);
        return Template.Parse(layout, Part(layout)!, part => part switch
        {
            "body" => content,
            "called" => layout == "certificate" ? "証明書" : "通知",
            _ => Part(part),
        }).Render(data);
    }

    private static (string Layout, string Content) Split(string name, string body)
    {
        if (!body.StartsWith(LayoutMark, StringComparison.Ordinal)) return ("notice", body);

        var end = body.IndexOf(" -->", StringComparison.Ordinal);
        var layout = end < 0 ? "" : body[LayoutMark.Length..end];
        return layout is "notice" or "certificate" ? (layout, body[(end + 4)..]) : throw new TemplateFault(name, 1, $"unknown layout {layout}");
    }

    private static string? Part(string name)
    {
        using var stream = typeof(Letter).Assembly.GetManifestResourceStream($"Madoguchi.Notices.Layout.{name}.html");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
