using System.Net;
using System.Text;
using System.Text.Json;

namespace Madoguchi.Notices.Templates;

/// <summary>A piece of a parsed template; it writes itself with the values in scope.</summary>
internal abstract class Node
{
    public abstract void Write(StringBuilder html, Scope scope);
}

internal sealed class TextNode(string text) : Node
{
    public override void Write(StringBuilder html, Scope scope) => html.Append(text);
}

internal sealed class FieldNode(FieldPath path, string? format, string template, int line) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var value = scope.Find(path);
        if (value is not { } found || found.ValueKind is JsonValueKind.Null)
        {
            if (!path.MayBeMissing) throw new TemplateFault(template, line, $"unknown field {path}");
            return;
        }

        var text = format is null ? Plain(found) : Formats.Apply(format, found);
        if (text is null) throw new TemplateFault(template, line, $"{path} cannot be written{(format is null ? "" : $" as {format}")}");
        html.Append(WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal));
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "はい",
        JsonValueKind.False => "いいえ",
        _ => null,
    };
}

internal sealed class IfNode(FieldPath path, string? equals, Node[] then, Node[] otherwise, string template, int line) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var value = scope.Find(path);
        if (value is null && !path.MayBeMissing) throw new TemplateFault(template, line, $"unknown field {path}");

        var holds = equals is null
            ? value is { } present && IsTrue(present)
            : value is { ValueKind: JsonValueKind.String } text && text.GetString() == equals;
        foreach (var node in holds ? then : otherwise) node.Write(html, scope);
    }

    private static bool IsTrue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.Object => true,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Number => value.GetDouble() != 0,
        _ => false,
    };
}

internal sealed class EachNode(FieldPath path, Node[] body, string template, int line) : Node
{
    public override void Write(StringBuilder html, Scope scope)
    {
        var value = scope.Find(path);
        if (value is not { } found || found.ValueKind is JsonValueKind.Null)
        {
            if (!path.MayBeMissing) throw new TemplateFault(template, line, $"unknown field {path}");
            return;
        }

        if (found.ValueKind is not JsonValueKind.Array) throw new TemplateFault(template, line, $"{path} is not a list");

        var number = 0;
        foreach (var item in found.EnumerateArray())
        {
            var inner = new Scope(item, ++number, scope);
            foreach (var node in body) node.Write(html, inner);
        }
    }
}
