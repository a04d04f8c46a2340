namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Reads and type-checks expressions in one scope: the form, or the items of one group.</summary>
internal sealed class ExpressionReader(FormNames names, string? group)
{
    /// <summary>What the expression now read depends on: scope (null = form) and slot.</summary>
    public HashSet<(string? Group, int Slot)>? Dependencies { get; set; }

    public FormNames Names => names;

    public Expression Read(Node node, params ReadOnlySpan<AnswerType> expected)
    {
        var expression = ReadAny(node);
        if (expected.Length > 0 && expression.Type != AnswerType.Absent && !expected.Contains(expression.Type))
            node.Fault($"is {expression.Type}, must be {string.Join(" or ", expected.ToArray())}");
        return expression;
    }

    public Expression Condition(Node node) => Read(node, AnswerType.YesNo);

    /// <summary>A reader for the items of a group that notes its dependencies here.</summary>
    public ExpressionReader Inside(string of) => new(names, of) { Dependencies = Dependencies };

    private Expression ReadAny(Node node) => node.Kind switch
    {
        JsonValueKind.True or JsonValueKind.False => new Literal(Value.Of(node.Element.GetBoolean())),
        JsonValueKind.Number => new Literal(Value.Of(node.Decimal())),
        JsonValueKind.String => ReadText(node, node.Element.GetString()!),
        JsonValueKind.Object => ReadOperation(node),
        _ => Wrong(node, "is not an expression"),
    };

    private Expression ReadText(Node node, string text)
    {
        if (text.StartsWith("$values.", StringComparison.Ordinal))
            return names.Values.TryGetValue(text[8..], out var value) ? new Literal(value) : Wrong(node, $"unknown value {text}");
        if (text.StartsWith('$')) return ReadReference(node, text[1..]);
        if (text.StartsWith('@')) return RelativeDate.TryParse(text, out var date) ? new Relative(date) : Wrong(node, $"unknown date {text}");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? new Literal(Value.Of(day)) : new Literal(Value.Of(text));
    }

    private Expression ReadReference(Node node, string text)
    {
        var dot = text.IndexOf('.');
        var id = dot < 0 ? text : text[..dot];
        var fromOuter = false;
        if (group is null || !names.TryFind(group, id, out var slot))
        {
            fromOuter = group is not null;
            if (!names.TryFind(null, id, out slot)) return Wrong(node, $"unknown question or computed value ${id}");
        }

        var scope = fromOuter ? null : group;
        Dependencies?.Add((scope, slot));
        var named = names[scope, slot];
        var type = names.TypeOf(scope, slot);
        var part = -1;
        if (dot >= 0)
        {
            part = type == AnswerType.Parts ? Array.IndexOf(PartNames.Of(named.Type!.Value), text[(dot + 1)..]) : -1;
            if (part < 0) return Wrong(node, $"unknown part {text}");
            type = named.Type switch
            {
                QuestionType.Period => AnswerType.Date,
                QuestionType.MapPoint when part < 2 => AnswerType.Number,
                _ => AnswerType.Text,
            };
        }

        return new Reference(type, slot, fromOuter, part, named.Codes, id);
    }

    private Expression ReadOperation(Node node)
    {
        var properties = node.Properties().ToList();
        if (properties.Count == 0) return Wrong(node, "is empty");
        // Which of its keys an object writes first means nothing.
        var at = Math.Max(0, properties.FindIndex(p => p.Key is "count" or "any" or "all" or "sum" or "position"));
        var (name, arguments) = properties[at];
        if (name is "count" or "any" or "all" or "sum") return Aggregates.Read(this, node, name, arguments);
        if (name == "position") return Aggregates.ReadPosition(this, node, arguments);
        if (properties.Count > 1) node.Fault("must have one operator");
        return Operators.Read(this, name, arguments);
    }

    public static Expression Wrong(Node node, string reason)
    {
        node.Fault(reason);
        return new Literal(Value.Absent);
    }
}
