namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>The operators of the expression language, each with the types it takes.</summary>
internal static class Operators
{
    // Up to here nothing overflows a decimal but a product, which is looked at before.
    public const decimal Limit = 1_000_000_000_000_000;

    public static Expression Read(ExpressionReader reader, string name, Node node)
    {
        switch (name)
        {
            case "and":
                return Conditions(reader, node, static (s, o) => { foreach (var x in o) if (!x.Holds(s)) return Value.False; return Value.True; });
            case "or":
                return Conditions(reader, node, static (s, o) => { foreach (var x in o) if (x.Holds(s)) return Value.True; return Value.False; });
            case "not":
                return new Operation(AnswerType.YesNo, [reader.Condition(node)], static (s, o) => Value.Of(!o[0].Holds(s)));
            case "exists":
                return new Operation(AnswerType.YesNo, [reader.Read(node)], static (s, o) => Value.Of(Exists(o[0].Evaluate(s))));
            case "eq" or "ne":
                return Equality(reader, node, name == "eq");
            case "lt" or "lte" or "gt" or "gte":
                return Comparison(reader, node, name);
            case "in" or "includes":
                return Membership(reader, node, name);
            case "if":
                return Choice(reader, node);
            case "add" or "subtract" or "multiply" or "min" or "max":
                return Arithmetic(reader, node, name);
            case "between" or "coalesce" or "length" or "matches" or "divide" or "round":
                return MoreOperators.Read(reader, name, node);
            case "concat":
                return new Operation(AnswerType.Text, [.. node.List(n => reader.Read(n, AnswerType.Text))], static (s, o) => Value.Of(string.Concat(o.Select(x => x.Evaluate(s)).Where(v => !v.IsAbsent).Select(v => v.Text))));
            case "plainKana":
                return new Operation(AnswerType.Text, [reader.Read(node, AnswerType.Text)], static (s, o) => o[0].Evaluate(s) is { IsAbsent: false } v ? Value.Of(PlainKana.Of(v.Text)) : Value.Absent);
            default:
                return DateOperators.Read(reader, name, node) ?? ExpressionReader.Wrong(node, $"unknown operator {name}");
        }
    }

    /// <summary>Exactly so many operands, else a fault.</summary>
    public static Expression[] Operands(Node node, int count, Func<Node, Expression> read)
    {
        var operands = node.List(read).ToArray();
        if (operands.Length == count) return operands;
        if (node.Kind == JsonValueKind.Array) node.Fault($"needs {count} operands");
        return [.. Enumerable.Repeat(new Literal(Value.Absent), count)];
    }

    private static Operation Conditions(ExpressionReader reader, Node node, Func<Scope, Expression[], Value> evaluate) =>
        new(AnswerType.YesNo, [.. node.List(reader.Condition)], evaluate);

    private static Operation Equality(ExpressionReader reader, Node node, bool equal)
    {
        var operands = Operands(node, 2, n => reader.Read(n, AnswerType.Text, AnswerType.Number, AnswerType.YesNo, AnswerType.Date));
        SameType(node, operands);
        CheckOption(node, operands[0], operands[1]);
        CheckOption(node, operands[1], operands[0]);
        return new Operation(AnswerType.YesNo, operands, (s, o) => Value.Of(Same(o[0].Evaluate(s), o[1].Evaluate(s)) == equal));
    }

    private static bool Same(in Value a, in Value b) => !a.IsAbsent && !b.IsAbsent && Value.Same(a, b);

    private static Operation Comparison(ExpressionReader reader, Node node, string name)
    {
        var operands = Operands(node, 2, n => reader.Read(n, AnswerType.Number, AnswerType.Date));
        SameType(node, operands);
        Func<decimal, decimal, bool> compare = name switch
        {
            "lt" => static (a, b) => a < b,
            "lte" => static (a, b) => a <= b,
            "gt" => static (a, b) => a > b,
            _ => static (a, b) => a >= b,
        };
        return new Operation(AnswerType.YesNo, operands, (s, o) =>
        {
            var (a, b) = (o[0].Evaluate(s), o[1].Evaluate(s));
            return Value.Of(!a.IsAbsent && !b.IsAbsent && compare(a.Number, b.Number));
        });
    }

    private static Expression Membership(ExpressionReader reader, Node node, string name)
    {
        var items = node.Items().ToList();
        if (items.Count != 2) return ExpressionReader.Wrong(node, "needs 2 operands");
        if (name == "includes")
        {
            var list = reader.Read(items[0], AnswerType.List);
            var code = new Literal(Value.Of(items[1].String()));
            CheckOption(items[1], list, code);
            return new Operation(AnswerType.YesNo, [list], (s, o) => Value.Of(o[0].Evaluate(s) is { IsAbsent: false } v && v.List.Contains(code.Value.Text)));
        }

        var subject = reader.Read(items[0], AnswerType.Text);
        var codes = items[1].List(n =>
        {
            var literal = new Literal(Value.Of(n.String()));
            CheckOption(n, subject, literal);
            return literal.Value.Text;
        }).ToFrozenSet();
        return new Operation(AnswerType.YesNo, [subject], (s, o) => Value.Of(o[0].Evaluate(s) is { IsAbsent: false } v && codes.Contains(v.Text)));
    }

    private static Operation Choice(ExpressionReader reader, Node node)
    {
        var operands = Operands(node, 3, n => reader.Read(n));
        if (operands[0].Type is not (AnswerType.YesNo or AnswerType.Absent)) node.Fault("the first operand must be a condition");
        SameType(node, operands[1..]);
        var type = operands[1].Type == AnswerType.Absent ? operands[2].Type : operands[1].Type;
        return new Operation(type, operands, static (s, o) => o[0].Holds(s) ? o[1].Evaluate(s) : o[2].Evaluate(s));
    }

    private static Operation Arithmetic(ExpressionReader reader, Node node, string name)
    {
        var dates = name is "min" or "max";
        var operands = node.List(n => dates ? reader.Read(n, AnswerType.Number, AnswerType.Date) : reader.Read(n, AnswerType.Number)).ToArray();
        if (operands.Length < 2) node.Fault("needs 2 operands or more");
        SameType(node, operands);
        var isDate = operands.Any(o => o.Type == AnswerType.Date);
        Func<decimal, decimal, decimal> combine = name switch
        {
            "add" => static (a, b) => a + b,
            "subtract" => static (a, b) => a - b,
            "multiply" => static (a, b) => a * b,
            "min" => Math.Min,
            _ => Math.Max,
        };
        return new Operation(isDate ? AnswerType.Date : AnswerType.Number, operands, (s, o) =>
        {
            decimal? result = null;
            foreach (var operand in o)
            {
                var value = operand.Evaluate(s);
                if (value.IsAbsent || Math.Abs(value.Number) > Limit || (name == "multiply" && IsTooLarge(result ?? 1, value.Number))) return Value.Absent;
                result = result is { } r ? combine(r, value.Number) : value.Number;
                if (Math.Abs(result.Value) > Limit) return Value.Absent;
            }

            return result is not { } total ? Value.Absent : isDate ? Value.Of(DateOnly.FromDayNumber((int)total)) : Value.Of(total);
        });
    }

    private static bool IsTooLarge(decimal a, decimal b) => Math.Abs(a) > 1 && Math.Abs(b) > Limit / Math.Abs(a);

    private static bool Exists(in Value value) => value.Type switch
    {
        AnswerType.Absent => false,
        AnswerType.List => value.List.Count > 0,
        AnswerType.Group => value.Items.Length > 0,
        _ => true,
    };

    public static void SameType(Node node, IReadOnlyList<Expression> operands)
    {
        var types = operands.Select(o => o.Type).Where(t => t != AnswerType.Absent).Distinct().ToList();
        if (types.Count > 1) node.Fault($"compares {string.Join(" with ", types)}");
    }

    private static void CheckOption(Node node, Expression subject, Expression literal)
    {
        if (subject is not Reference { Codes.Count: > 0 } choice || literal is not Literal { Value: { Type: AnswerType.Text } value }) return;
        if (!choice.Codes.Contains(value.Text)) node.Fault($"{value.Text} is no option of {choice.Id}");
    }
}
