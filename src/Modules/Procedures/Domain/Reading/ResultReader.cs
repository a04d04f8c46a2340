namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads dispositions and completions with their result fields.</summary>
internal sealed class ResultReader(FormNames names)
{
    public Disposition Disposition(string kind, Node node)
    {
        node.IsObject("label", "result", "notice", "alsoNotices", "reasonsRequired", "conditions", "example", "exampleReasons", "exampleConditions");
        if (kind is not ("grant" or "grantWithConditions" or "grantInPart" or "deny" or "dismiss" or "none")) node.Fault("unknown disposition");
        var adverse = kind is "deny" or "dismiss" or "grantInPart" or "grantWithConditions";
        return new Disposition(
            kind, node.NeedPhrase("label"), node.Get("result").List(f => Field(f, null)), node.NeedString("notice"),
            node.Get("alsoNotices").List(n => n.String()), node.Get("reasonsRequired")?.Bool() ?? adverse, node.Get("conditions")?.Bool() ?? kind == "grantWithConditions")
        {
            Example = Example(node),
        };
    }

    public Completion Completion(Node node)
    {
        node.IsObject("label", "result", "notice", "example", "exampleReasons", "exampleConditions");
        return new Completion(node.NeedPhrase("label"), node.Get("result").List(f => Field(f, null)), node.Get("notice").String()) { Example = Example(node) };
    }

    private static ResultExample Example(Node node) => new(
        node.Get("example")?.Element.Clone(), node.Get("exampleReasons").List(n => n.String()), node.Get("exampleConditions").List(n => n.String()));

    private ResultField Field(Node node, string? group)
    {
        node.IsObject("id", "label", "type", "options", "required", "value", "rows", "where", "columns");
        var type = node.Need("type")?.OneOf("text", "longText", "number", "yen", "date", "month", "choice", "yesNo", "table") ?? "text";
        var rows = node.Get("rows").String();
        var slot = -1;
        if (rows is not null && !(names.TryFind(null, rows, out slot) && names.TypeOf(null, slot) == AnswerType.Group)) node.Fault($"{rows} is no group");
        if (type == "table" && group is not null) node.Fault("a table inside a table is not possible");
        var options = node.Get("options").List(o =>
        {
            o.IsObject("code", "label", "help");
            return new Option(o.NeedString("code"), o.NeedPhrase("label"), o.Get("help").Phrase());
        });
        if (type == "choice" && options.Count == 0) node.Fault("there are no options");
        var inside = slot >= 0 ? rows : null;
        return new ResultField(node.Need("id")?.Id() ?? "", node.NeedPhrase("label"), type, node.Get("required")?.Bool() ?? true, options, node.Get("columns").List(c => Field(c, inside ?? "")))
        {
            Value = node.Get("value") is { } value ? new ExpressionReader(names, string.IsNullOrEmpty(group) ? null : group).Read(value) : null,
            Rows = slot >= 0 ? slot : null,
            Where = inside is not null && node.Get("where") is { } where ? new ExpressionReader(names, inside).Condition(where) : null,
        };
    }
}
