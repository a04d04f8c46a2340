using System.Text;
using System.Text.Json;
using Madoguchi.Notices.Layout;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Blocks;

/// <summary>Markup around pieces; nothing at all when the pieces are there but write nothing.</summary>
internal sealed class Wrapped(string before, Node[] inner, string after) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var content = new StringBuilder();
        foreach (var node in inner) node.Write(content, scope);
        if (content.Length > 0) html.Append(before).Append(content).Append(after);
    }
}

/// <summary>A table or list with its caption, left out whole when no row is written.</summary>
internal sealed class Rows(string before, Node[] caption, string head, Node[] rows, string after) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var content = new StringBuilder();
        foreach (var row in rows) row.Write(content, scope);
        if (content.Length == 0) return;
        html.Append(before);
        foreach (var node in caption) node.Write(html, scope);
        html.Append(head).Append(content).Append(after);
    }
}

internal sealed class When(Condition condition, Node[] then, Node[] otherwise) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        foreach (var node in condition.Holds(scope) ? then : otherwise) node.Write(html, scope);
    }
}

/// <summary>Every option with a box, the one that holds ticked, as printed certificates have it.</summary>
internal sealed class Boxes(FieldPath path, IReadOnlyList<string> options, string place) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var value = scope.Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (value is null && !path.MayBeMissing) throw new TemplateFault(place, 1, $"unknown field {path}");
        html.Append("<ul class=\"grades\">");
        foreach (var option in options)
            html.Append("<li>").Append(option == value ? "☑ " : "□ ").Append(System.Net.WebUtility.HtmlEncode(option)).Append("</li>");
        html.Append("</ul>");
    }
}

/// <summary>A row of facts: without a value it is left out with its label.</summary>
internal sealed class RowNode(Node head, Node cells) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var content = new StringBuilder();
        cells.Write(content, scope);
        if (content.Length == 0) return;
        head.Write(html, scope);
        html.Append(content);
    }
}

/// <summary>A part of the house's letter that stands inside the procedure's own.</summary>
internal sealed class TemplatePart(string name) : Node
{
    private readonly Node[] nodes = LetterParts.Read(name);

    public override void Write(StringBuilder html, Scope scope)
    {
        foreach (var node in nodes) node.Write(html, scope);
    }
}

/// <summary>Once per item of a list; a list left blank has none.</summary>
internal sealed class Each(FieldPath path, Node[] body, string place) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var list = scope.Find(path);
        if (list is null && !path.MayBeMissing) throw new TemplateFault(place, 1, $"unknown field {path}");
        if (list is not { ValueKind: not JsonValueKind.Null } found) return;
        if (found.ValueKind is not JsonValueKind.Array) throw new TemplateFault(place, 1, $"{path} is not a list");

        var number = 0;
        foreach (var item in found.EnumerateArray())
        {
            var inner = new Scope(item, ++number, scope);
            foreach (var node in body) node.Write(html, inner);
        }
    }
}
