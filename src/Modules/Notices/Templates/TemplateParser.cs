namespace Madoguchi.Notices.Templates;

internal sealed class TemplateParser(string name, string source, Func<string, string?>? part, int depth, Func<string, Node[]?>? made = null)
{
    private const int MaxIncludes = 4;
    private int at;
    private int line = 1;

    public Node[] Read()
    {
        var nodes = Until(null, 1, out _);
        return nodes;
    }

    /// <summary>Reads up to <c>{{/block}}</c> or, in an if, <c>{{else}}</c>; <paramref name="end"/> says which.</summary>
    private Node[] Until(string? block, int openedOn, out string end)
    {
        var nodes = new List<Node>();
        while (true)
        {
            var open = source.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                if (block is not null) throw new TemplateFault(name, openedOn, $"{{{{#{block}}}}} is not closed");
                if (at < source.Length) nodes.Add(new TextNode(source[at..]));
                end = "";
                return [.. nodes];
            }

            if (open > at) nodes.Add(new TextNode(source[at..open]));
            Advance(open);

            var close = source.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) throw Fault("{{ is not closed by }}");
            var tag = source[(open + 2)..close].Trim();
            var tagLine = line;
            Advance(close + 2);

            if (tag == "else" && block == "if" || tag.StartsWith('/') && tag[1..] == block)
            {
                end = tag;
                return [.. nodes];
            }

            nodes.AddRange(Tag(tag, tagLine));
        }
    }

    private IEnumerable<Node> Tag(string tag, int tagLine)
    {
        if (tag.StartsWith("#if ", StringComparison.Ordinal)) return [If(tag[4..], tagLine)];
        if (tag.StartsWith("#each ", StringComparison.Ordinal))
            return [new EachNode(Path(tag[6..], tagLine), Until("each", tagLine, out _), name, tagLine)];
        if (tag.StartsWith("#include ", StringComparison.Ordinal)) return Include(tag[9..].Trim(), tagLine);
        if (tag.Length == 0 || tag[0] is '#' or '/' or '{' or '!' or '>' || tag == "else") throw new TemplateFault(name, tagLine, $"{{{{{tag}}}}} is not understood here");

        var bar = tag.IndexOf('|');
        if (bar < 0) return [new FieldNode(Path(tag, tagLine), null, name, tagLine)];
        var format = tag[(bar + 1)..].Trim();
        if (!Formats.Has(format)) throw new TemplateFault(name, tagLine, $"unknown format {format}");
        return [new FieldNode(Path(tag[..bar], tagLine), format, name, tagLine)];
    }

    private IfNode If(string condition, int tagLine)
    {
        string? equals = null;
        var sign = condition.IndexOf('=');
        if (sign >= 0)
        {
            var literal = condition[(sign + 1)..].Trim();
            if (literal is not ['"', .., '"'] || literal.Length < 2) throw new TemplateFault(name, tagLine, "a value to compare with stands in \"quotes\"");
            equals = literal[1..^1];
            condition = condition[..sign];
        }

        var path = Path(condition, tagLine);
        var then = Until("if", tagLine, out var end);
        var otherwise = end == "else" ? Until("if", tagLine, out end) : [];
        if (end == "else") throw new TemplateFault(name, tagLine, "{{else}} stands twice");
        return new IfNode(path, equals, then, otherwise, name, tagLine);
    }

    private Node[] Include(string partName, int tagLine)
    {
        if (made?.Invoke(partName) is { } nodes) return nodes;
        var found = part?.Invoke(partName) ?? throw new TemplateFault(name, tagLine, $"unknown part {partName}");
        if (depth == MaxIncludes) throw new TemplateFault(name, tagLine, "parts include one another too deeply");
        return new TemplateParser(partName, found, part, depth + 1, made).Read();
    }

    private FieldPath Path(string text, int tagLine) =>
        FieldPath.Of(text.Trim()) ?? throw new TemplateFault(name, tagLine, $"{text.Trim()} is not the name of a field");

    private void Advance(int to)
    {
        line += source.AsSpan(at, to - at).Count('\n');
        at = to;
    }

    private TemplateFault Fault(string reason) => new(name, line, reason);
}
