namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Expressions over the items of groups.</summary>
internal static class Aggregates
{
    public static Expression Read(ExpressionReader reader, Node node, string name, Node argument)
    {
        node.IsObject(name, "where", "of");
        var text = argument.String();
        if (name == "count" && text.StartsWith('$')) return CountList(reader, argument);

        if (!Group(reader, argument, out var slot)) return new Literal(Value.Absent);
        var inside = reader.Inside(text);
        var where = node.Get("where") is { } w ? inside.Condition(w) : null;
        var of = node.Get("of") is { } o ? inside.Read(o, AnswerType.Number) : null;
        if (name is "any" or "all" && where is null) node.Fault("where is missing");
        if (name == "sum" == of is null) node.Fault("of belongs to sum, and sum needs it");
        return name switch
        {
            "count" => new Aggregate(AnswerType.Number, slot, where, null, (items, w, _) => Value.Of(Count(items, w))),
            "any" => new Aggregate(AnswerType.YesNo, slot, where, null, (items, w, _) => Value.Of(Count(items, w) > 0)),
            "all" => new Aggregate(AnswerType.YesNo, slot, where, null, (items, w, _) => Value.Of(Count(items, w) == items.Length)),
            _ => new Aggregate(AnswerType.Number, slot, where, of, Sum),
        };
    }

    public static Expression ReadPosition(ExpressionReader reader, Node node, Node argument)
    {
        node.IsObject("position", "by");
        if (node.Need("by") is not { } by) return new Literal(Value.Absent);
        var rankings = argument.List(item =>
        {
            item.IsObject("in", "where");
            if (item.Need("in") is not { } name || !Group(reader, name, out var slot)) return null;
            var inside = reader.Inside(name.String());
            return new Ranking(slot, item.Get("where") is { } w ? inside.Condition(w) : null, inside.Read(by, AnswerType.Number, AnswerType.Date));
        });
        return new Position([.. rankings.OfType<Ranking>()]);
    }

    private static bool Group(ExpressionReader reader, Node name, out int slot)
    {
        if (reader.Names.TryFind(null, name.String(), out slot) && reader.Names.TypeOf(null, slot) == AnswerType.Group)
        {
            reader.Dependencies?.Add((null, slot));
            return true;
        }

        name.Fault("is not a group of the form");
        return false;
    }

    private static Expression CountList(ExpressionReader reader, Node argument)
    {
        var list = reader.Read(argument, AnswerType.List);
        return new Operation(AnswerType.Number, [list], (scope, o) => o[0].Evaluate(scope) is { IsAbsent: false } v ? Value.Of(v.List.Count) : Value.Of(0m));
    }

    private static int Count(Scope[] items, Expression? where)
    {
        var count = 0;
        foreach (var item in items) if (where?.Holds(item) != false) count++;
        return count;
    }

    private static Value Sum(Scope[] items, Expression? where, Expression? of)
    {
        var sum = 0m;
        foreach (var item in items)
        {
            if (where?.Holds(item) == false) continue;
            var amount = of!.Evaluate(item).Number;
            if (Math.Abs(amount) > Operators.Limit || Math.Abs(sum + amount) > Operators.Limit) return Value.Absent;
            sum += amount;
        }

        return Value.Of(sum);
    }
}
