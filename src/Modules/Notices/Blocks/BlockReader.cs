using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Blocks;

/// <summary>
/// Reads the blocks of a letter (docs/procedure-format.md) into the nodes of a template. Texts are never markup.
/// What does not fit is noted with its place and left out, so that all faults are found at once.
/// </summary>
internal sealed class BlockReader(string name, bool certificate)
{
    private const int MaxDepth = 8;
    private readonly BlockTexts texts = new(name);
    private readonly HashSet<string> included = [];
    private bool leadIsWritten;

    public IReadOnlyList<BlockFault> Faults => texts.Faults;

    /// <summary>Whether the letter itself says where the part stands.</summary>
    public bool Includes(string part) => included.Contains(part);

    /// <summary>The letter's own nodes. A certificate bears date and authority below its statement, which ends at the first heading.</summary>
    public Node[] Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array || body.GetArrayLength() == 0)
        {
            texts.Fault("body", "must be a list of blocks that is not empty");
            return [];
        }

        var blocks = body.EnumerateArray().Select((b, i) => (Block: b, Place: $"body[{i}]")).ToList();
        if (!certificate) return [.. blocks.SelectMany(b => Block(b.Block, b.Place, 0))];

        var statement = blocks.TakeWhile(b => !IsHeading(b.Block)).ToList();
        var nodes = statement.SelectMany((b, i) => i == statement.Count - 1 && b.Block.ValueKind == JsonValueKind.String
            ? [Paragraph(b.Block.GetString()!, b.Place, "proof")]
            : Block(b.Block, b.Place, 0)).ToList();
        return [.. nodes, new TemplatePart("proof"), .. blocks.Skip(statement.Count).SelectMany(b => Block(b.Block, b.Place, 0))];
    }

    private static bool IsHeading(JsonElement block) => block.ValueKind == JsonValueKind.Object && block.TryGetProperty("heading", out _);

    private Node[] Blocks(JsonElement list, string place, int depth)
    {
        if (list.ValueKind == JsonValueKind.Array && depth < MaxDepth) return [.. list.EnumerateArray().SelectMany((b, i) => Block(b, $"{place}[{i}]", depth))];
        texts.Fault(place, depth < MaxDepth ? "must be a list of blocks" : "is nested too deeply");
        return [];
    }

    private Node[] Block(JsonElement block, string place, int depth)
    {
        if (block.ValueKind == JsonValueKind.String) return [Paragraph(block.GetString()!, place)];
        if (block.ValueKind != JsonValueKind.Object)
        {
            texts.Fault(place, "must be a text or a block");
            return [];
        }

        if (block.TryGetProperty("heading", out var heading) && texts.Keys(block, place, "heading")) return [new Wrapped("<h2>", texts.Read(heading, place + ".heading"), "</h2>")];
        if (block.TryGetProperty("facts", out var facts)) return Facts(block, facts, place);
        if (block.TryGetProperty("table", out var table)) return Table(block, table, place);
        if (block.TryGetProperty("list", out var list)) return List(block, list, place);
        if (block.TryGetProperty("include", out var part)) return Include(block, part, place);
        if (block.TryGetProperty("when", out var when)) return Choice(block, when, place, depth);
        texts.Fault(place, "is no known block (heading, facts, table, list, include, when)");
        return [];
    }

    private Wrapped Paragraph(string text, string place, string? kind = null)
    {
        var lead = !leadIsWritten && kind is null;
        leadIsWritten = true;
        kind ??= text.StartsWith('※') ? "note" : lead ? "lead" : null;
        return new Wrapped(kind is null ? "<p>" : $"<p class=\"{kind}\">", texts.Read(text, place), "</p>");
    }

    private Node[] Facts(JsonElement block, JsonElement facts, string place)
    {
        texts.Keys(block, place, "facts", "caption");
        var rows = texts.Items(facts, place + ".facts").Select(f => Fact(f.Item, f.Place)).ToArray();
        return [new Rows("<table class=\"facts\">", Caption(block, place), "<tbody>", rows, "</tbody></table>")];
    }

    private Node Fact(JsonElement fact, string place)
    {
        if (!texts.Keys(fact, place, "label", "value", "key", "when", "each", "options")) return new TextNode("");
        var key = fact.TryGetProperty("key", out var k) && k.ValueKind == JsonValueKind.True;
        var head = new Wrapped($"<tr{(key ? " class=\"key\"" : "")}><th scope=\"row\">", texts.Need(fact, "label", place), "</th>");
        Node[] value = texts.Need(fact, "value", place);
        if (fact.TryGetProperty("options", out var options)) value = Tick(fact, options, place);
        Node cells = fact.TryGetProperty("each", out var each) && texts.Path(each, place + ".each") is { } path
            ? new Rows("<td>", [], "", [new Each(path, [new Wrapped("<p>", value, "</p>")], texts.Name(place))], "</td></tr>")
            : new Wrapped("<td>", value, "</td></tr>");
        Node row = new RowNode(head, cells);
        return fact.TryGetProperty("when", out var when) && texts.Condition(when, place + ".when") is { } condition ? new When(condition, [row], []) : row;
    }

    private Node[] Tick(JsonElement fact, JsonElement options, string place)
    {
        var codes = texts.Items(options, place + ".options").Select(o => texts.Plain(o.Item, o.Place)).ToList();
        var path = fact.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? FieldPath.Of(value.GetString()!.Trim('{', '}', ' ')) : null;
        if (path is not null) return [new Boxes(path, codes, texts.Name(place))];
        texts.Fault(place + ".value", "with options the value is one field");
        return [];
    }

    private Node[] Table(JsonElement block, JsonElement table, string place)
    {
        texts.Keys(block, place, "table", "caption", "columns");
        if (texts.Path(table, place + ".table") is not { } path) return [];
        var columns = block.TryGetProperty("columns", out var c) ? texts.Items(c, place + ".columns").ToList() : [];
        if (columns.Count == 0) texts.Fault(place + ".columns", "is missing");
        var head = new List<Node> { new TextNode("<thead><tr>") };
        var cells = new List<Node> { new TextNode("<tr>") };
        foreach (var (column, at) in columns)
        {
            if (!texts.Keys(column, at, "label", "value", "align")) continue;
            var align = column.TryGetProperty("align", out var a) ? texts.OneOf(a, at + ".align", "center", "amount") : null;
            head.AddRange([new TextNode(align is null ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"center\">"), .. texts.Need(column, "label", at), new TextNode("</th>")]);
            cells.AddRange([new TextNode(align is null ? "<td>" : $"<td class=\"{align}\">"), .. texts.Need(column, "value", at), new TextNode("</td>")]);
        }

        cells.Add(new TextNode("</tr>"));
        head.Add(new TextNode("</tr></thead>"));
        var rows = new Each(path, [.. cells], texts.Name(place));
        return [new Rows("<table>", [.. Caption(block, place), .. head], "<tbody>", [rows], "</tbody></table>")];
    }

    private Node[] List(JsonElement block, JsonElement list, string place)
    {
        texts.Keys(block, place, "list");
        var items = texts.Items(list, place + ".list").Select(i =>
        {
            if (i.Item.ValueKind != JsonValueKind.Object) return new Wrapped("<li>", texts.Read(i.Item, i.Place), "</li>");
            texts.Keys(i.Item, i.Place, "text", "when");
            Node item = new Wrapped("<li>", texts.Need(i.Item, "text", i.Place), "</li>");
            return i.Item.TryGetProperty("when", out var when) && texts.Condition(when, i.Place + ".when") is { } condition ? new When(condition, [item], []) : item;
        }).ToArray();
        return [new Wrapped("<ul>", items, "</ul>")];
    }

    private Node[] Include(JsonElement block, JsonElement part, string place)
    {
        texts.Keys(block, place, "include");
        if (texts.OneOf(part, place + ".include", "reasons", "conditions", "enclosures", "result") is not { } named) return [];
        included.Add(named);
        // The fields of the result are put in by the procedure, which knows them; without any there is nothing to show.
        return named == "result" ? [] : [new TemplatePart(named)];
    }

    private Node[] Choice(JsonElement block, JsonElement when, string place, int depth)
    {
        texts.Keys(block, place, "when", "then", "else");
        var condition = texts.Condition(when, place + ".when");
        var lead = leadIsWritten;
        var then = block.TryGetProperty("then", out var t) ? Blocks(t, place + ".then", depth + 1) : [];
        if (then.Length == 0) texts.Fault(place + ".then", "is missing");
        (leadIsWritten, lead) = (lead, leadIsWritten);
        var otherwise = block.TryGetProperty("else", out var e) ? Blocks(e, place + ".else", depth + 1) : [];
        leadIsWritten |= lead;
        return condition is null ? [] : [new When(condition, then, otherwise)];
    }

    private Node[] Caption(JsonElement block, string place) =>
        block.TryGetProperty("caption", out var caption) ? [new Wrapped("<caption>", texts.Read(caption, place + ".caption"), "</caption>")] : [];
}
