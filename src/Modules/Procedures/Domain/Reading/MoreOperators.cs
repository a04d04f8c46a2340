namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Range, first answer, length, pattern, and arithmetic that must say how it rounds.</summary>
internal static class MoreOperators
{
    public static Expression Read(ExpressionReader reader, string name, Node node) => name switch
    {
        "between" => Between(reader, node),
        "coalesce" => Coalesce(reader, node),
        "length" => new Operation(AnswerType.Number, [reader.Read(node, AnswerType.Text)], static (s, o) => o[0].Evaluate(s) is { IsAbsent: false } v ? Value.Of(AnswerText.Length(v.Text)) : Value.Absent),
        "matches" => Matches(reader, node),
        _ => Rounded(reader, node, name),
    };

    /// <summary>Both ends belong to the range; absent anywhere is false.</summary>
    private static Operation Between(ExpressionReader reader, Node node)
    {
        var operands = Operators.Operands(node, 3, n => reader.Read(n, AnswerType.Number, AnswerType.Date));
        Operators.SameType(node, operands);
        return new Operation(AnswerType.YesNo, operands, static (s, o) =>
        {
            var (value, from, to) = (o[0].Evaluate(s), o[1].Evaluate(s), o[2].Evaluate(s));
            return Value.Of(!value.IsAbsent && !from.IsAbsent && !to.IsAbsent && value.Number >= from.Number && value.Number <= to.Number);
        });
    }

    private static Operation Coalesce(ExpressionReader reader, Node node)
    {
        var operands = node.List(n => reader.Read(n, AnswerType.Text, AnswerType.Number, AnswerType.YesNo, AnswerType.Date)).ToArray();
        if (operands.Length < 2) node.Fault("needs 2 operands or more");
        Operators.SameType(node, operands);
        var type = operands.Select(o => o.Type).FirstOrDefault(t => t != AnswerType.Absent);
        return new Operation(type, operands, static (s, o) =>
        {
            foreach (var operand in o) if (operand.Evaluate(s) is { IsAbsent: false } value) return value;
            return Value.Absent;
        });
    }

    /// <summary>The whole text, in linear time: a pattern that would need to go back is refused.</summary>
    private static Expression Matches(ExpressionReader reader, Node node)
    {
        var items = node.Items().ToList();
        if (items.Count != 2) return ExpressionReader.Wrong(node, "needs 2 operands");
        var text = reader.Read(items[0], AnswerType.Text);
        try
        {
            var pattern = new Regex($"^(?:{items[1].String()})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return new Operation(AnswerType.YesNo, [text], (s, o) => Value.Of(o[0].Evaluate(s) is { IsAbsent: false } v && pattern.IsMatch(v.Text)));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return ExpressionReader.Wrong(items[1], $"is no usable pattern: {e.Message}");
        }
    }

    /// <summary><c>divide: [a, b, "down", 0]</c>, <c>round: [a, "halfUp", 0]</c>; decimals may be left out, the way of rounding never.</summary>
    private static Operation Rounded(ExpressionReader reader, Node node, string name)
    {
        var items = node.Items().ToList();
        var operands = name == "divide" ? 2 : 1;
        if (items.Count < operands + 1 || items.Count > operands + 2)
        {
            node.Fault($"needs {operands} operands, how to round (down, up, halfUp) and perhaps decimal places");
            return new Operation(AnswerType.Number, [], static (_, _) => Value.Absent);
        }

        var way = items[operands].OneOf("down", "up", "halfUp");
        var places = items.Count > operands + 1 ? Places(items[operands + 1]) : 0;
        return new Operation(AnswerType.Number, [.. items.Take(operands).Select(n => reader.Read(n, AnswerType.Number))], (s, o) =>
        {
            var value = o[0].Evaluate(s);
            var by = o.Length > 1 ? o[1].Evaluate(s) : Value.Of(1m);
            if (value.IsAbsent || by.IsAbsent || by.Number == 0 || (Math.Abs(by.Number) < 1 && Math.Abs(value.Number) > Operators.Limit * Math.Abs(by.Number))) return Value.Absent;
            var quotient = value.Number / by.Number;
            return Math.Abs(quotient) > Operators.Limit ? Value.Absent : Value.Of(Round(quotient, way, places));
        });
    }

    // 端数処理: down is 切捨て, up 切上げ, halfUp 四捨五入, all away from or towards zero; -2 places are hundreds.
    private static decimal Round(decimal value, string way, int places)
    {
        var unit = 1m;
        for (var i = 0; i < Math.Abs(places); i++) unit *= 10;
        var scaled = places < 0 ? value / unit : value * unit;
        var rounded = way switch
        {
            "down" => decimal.Truncate(scaled),
            "up" => decimal.Truncate(scaled) == scaled ? scaled : decimal.Truncate(scaled) + Math.Sign(scaled),
            _ => Math.Round(scaled, MidpointRounding.AwayFromZero),
        };
        return places < 0 ? rounded * unit : rounded / unit;
    }

    private static int Places(Node node)
    {
        if (node.Kind == JsonValueKind.Number && node.Element.TryGetInt32(out var places) && places is >= -6 and <= 6) return places;
        node.Fault("must be a whole number from -6 to 6");
        return 0;
    }
}
