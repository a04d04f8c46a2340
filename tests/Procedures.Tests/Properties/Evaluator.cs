using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Procedures.Tests.Properties;

/// <summary>
/// Expressions as docs/expressions.md tells them, evaluated straight over the JSON each time they are asked: slow and plain.
/// A value is bool, decimal, string, DateOnly, a list of codes, parts by name, a list of items, or null when absent.
/// </summary>
internal sealed class Evaluator(JsonObject definition, DateOnly today, Func<Place, string, object?> value)
{
    private const decimal Limit = 1_000_000_000_000_000;

    public bool Holds(JsonNode? expression, Place at) => Value(expression, at) is true;

    public object? Value(JsonNode? expression, Place at) => expression!.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => expression.GetValue<decimal>(),
        JsonValueKind.String => Text(expression.GetValue<string>(), at),
        _ => Operation(expression.AsObject(), at),
    };

    private object? Text(string text, Place at)
    {
        if (text.StartsWith("$values.", StringComparison.Ordinal)) return Value(definition["values"]![text[8..]], at);
        if (text == "@today") return today;
        if (text.StartsWith('@'))
        {
            var amount = int.Parse(text[1..^1], CultureInfo.InvariantCulture);
            return text[^1] switch { 'y' => today.AddYears(amount), 'm' => today.AddMonths(amount), _ => today.AddDays(amount) };
        }

        if (!text.StartsWith('$')) return DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : text;
        var path = text[1..].Split('.');
        var whole = value(at, path[0]);
        return path.Length == 1 ? whole : (whole as Dictionary<string, object>)?.GetValueOrDefault(path[1]);
    }

    private object? Operation(JsonObject node, Place at)
    {
        foreach (var aggregate in (string[])["count", "any", "all", "sum", "position"])
            if (node.ContainsKey(aggregate)) return Aggregate(aggregate, node, at);

        var (name, argument) = node.Single();
        JsonNode?[] operands = argument is JsonArray list ? [.. list] : [argument];
        object? Operand(int i) => Value(operands[i], at);
        switch (name)
        {
            case "and": return operands.All(o => Holds(o, at));
            case "or": return operands.Any(o => Holds(o, at));
            case "not": return !Holds(operands[0], at);
            case "exists": return Exists(Operand(0));
            case "eq": return Same(Operand(0), Operand(1));
            case "ne": return !Same(Operand(0), Operand(1));
            case "lt": return Order(Operand(0), Operand(1)) < 0;
            case "lte": return Order(Operand(0), Operand(1)) <= 0;
            case "gt": return Order(Operand(0), Operand(1)) > 0;
            case "gte": return Order(Operand(0), Operand(1)) >= 0;
            case "between": return Order(Operand(0), Operand(1)) >= 0 && Order(Operand(0), Operand(2)) <= 0;
            case "in": return operands[1]!.AsArray().Any(w => Same(Operand(0), w!.GetValue<string>()));
            case "includes": return Operand(0) is List<string> ticked && ticked.Contains(operands[1]!.GetValue<string>());
            case "matches": return Operand(0) is string text && Regex.IsMatch(text, $"^(?:{operands[1]})\\z");
            case "if": return Holds(operands[0], at) ? Operand(1) : Operand(2);
            case "coalesce": return operands.Select(o => Value(o, at)).FirstOrDefault(v => v is not null);
            case "concat": return string.Concat(operands.Select(o => Value(o, at)));
            case "length": return Operand(0) is string counted ? (decimal)new StringInfo(counted).LengthInTextElements : null;
            case "round": return Round(Operand(0), 1m, operands[1..]);
            case "divide": return Round(Operand(0), Operand(1), operands[2..]);
            case "add" or "subtract" or "multiply" or "min" or "max": return Fold(name, [.. operands.Select(o => Value(o, at))]);
            default: return Dates.Of(name, Operand(0), operands.Length > 1 ? Operand(1) : null);
        }
    }

    private object? Aggregate(string name, JsonObject node, Place at)
    {
        if (name == "position") return Position(node, at);
        var of = node[name]!.GetValue<string>();
        if (of.StartsWith('$')) return value(at, of[1..]) is List<string> files ? (decimal)files.Count : 0m;
        var items = Items(of, at);
        var counted = items.Where(i => node["where"] is not { } where || Holds(where, i)).ToList();
        return name switch
        {
            "count" => (decimal)counted.Count,
            "any" => counted.Count > 0,
            "all" => counted.Count == items.Count,
            _ => Sum(counted.Select(i => Value(node["of"], i) as decimal? ?? 0)),
        };
    }

    private static object? Sum(IEnumerable<decimal> amounts)
    {
        var sum = 0m;
        foreach (var amount in amounts)
        {
            if (Math.Abs(amount) > Limit || Math.Abs(sum + amount) > Limit) return null;
            sum += amount;
        }

        return sum;
    }

    /// <summary>Counted items in the order of <c>by</c>, equal ones in the order given; the place of this one.</summary>
    private object? Position(JsonObject node, Place at)
    {
        var counted = node["position"]!.AsArray()
            .SelectMany(r => Items(r!["in"]!.GetValue<string>(), at).Where(i => r["where"] is not { } where || Holds(where, i)))
            .Select(i => (Item: i, By: Value(node["by"], i))).Where(i => i.By is not null).ToList();
        var sorted = counted.OrderBy(i => i.By).ToList();
        var place = sorted.FindIndex(i => i.Item == at);
        return place < 0 ? null : place + 1m;
    }

    private List<Place> Items(string group, Place at) => value(at with { Group = null, Index = -1 }, group) as List<Place> ?? [];

    private static object? Fold(string name, object?[] operands)
    {
        if (operands.Contains(null)) return null;
        if (operands[0] is DateOnly) return name == "min" ? operands.Min() : operands.Max();
        decimal? result = null;
        foreach (var operand in operands.Cast<decimal>())
        {
            if (name == "multiply" && result is { } r && Math.Abs((double)r * (double)operand) > 2e15) return null;
            if (Math.Abs(operand) > Limit) return null;
            result = result is not { } so ? operand : name switch { "add" => so + operand, "subtract" => so - operand, "multiply" => so * operand, "min" => Math.Min(so, operand), _ => Math.Max(so, operand) };
            if (Math.Abs(result.Value) > Limit) return null;
        }

        return result;
    }

    private static object? Round(object? dividend, object? divisor, JsonNode?[] how)
    {
        if (dividend is not decimal a || divisor is not decimal b || b == 0 || Math.Abs((double)a / (double)b) > 2e15) return null;
        var quotient = a / b;
        if (Math.Abs(quotient) > Limit) return null;
        var unit = (decimal)Math.Pow(10, how.Length > 1 ? -how[1]!.GetValue<int>() : 0);
        var steps = unit < 1 ? quotient * Math.Round(1 / unit) : quotient / unit;
        var whole = how[0]!.GetValue<string>() switch
        {
            "down" => Math.Round(steps, MidpointRounding.ToZero),
            "up" => steps < 0 ? Math.Floor(steps) : Math.Ceiling(steps),
            _ => Math.Round(steps, MidpointRounding.AwayFromZero),
        };
        return unit < 1 ? whole / Math.Round(1 / unit) : whole * unit;
    }

    private static bool Exists(object? value) => value switch
    {
        null => false,
        List<string> list => list.Count > 0,
        List<Place> items => items.Count > 0,
        _ => true,
    };

    private static bool Same(object? a, object? b) => a is not null && a.Equals(b);

    /// <summary>Null, of which every comparison is false, when either is absent.</summary>
    private static int? Order(object? a, object? b) => a is null || b is null ? null : Comparer<object>.Default.Compare(a, b);
}

/// <summary>Where an expression is evaluated: in the form, or in one item of a group.</summary>
internal sealed record Place(string? Group, int Index);
