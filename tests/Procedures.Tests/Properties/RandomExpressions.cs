using System.Text.Json.Nodes;

namespace Procedures.Tests.Properties;

/// <summary>What an expression may name: kind as the docs call types, codes of a choice.</summary>
internal sealed record Name(string Id, string Kind, string[] Codes);

/// <summary>Random expressions of a wanted type over names that are known; nothing refers to what comes later, so nothing depends on itself.</summary>
internal sealed class RandomExpressions(Random random)
{
    private static readonly double[] Numbers = [0, 1, 2, 3, 10, 100, 0.5, 0.0000005, -1, -7.25, 999_999_999_999, 1e15, 2e15, 100_000, 31];
    private static readonly string[] Texts = ["a", "ab", "葛󠄀", "いろは", "b", ""];

    public Random Random => random;

    /// <summary>Names of the scope, the nearest first; <c>Inside</c> gives those of a group's items.</summary>
    public sealed record Names(IReadOnlyList<Name> Form, IReadOnlyDictionary<string, List<Name>> Groups, string? Group, string? Unsaid = null)
    {
        public IEnumerable<Name> All => (Group is null ? Form : Groups[Group].Concat(Form.Where(f => !Groups[Group].Exists(g => g.Id == f.Id)))).Where(n => n.Id != Unsaid);

        public Names Inside(string group) => this with { Group = group };

        public IEnumerable<Name> Of(params string[] kinds) => All.Where(n => kinds.Contains(n.Kind));

        public IEnumerable<string> Counted => Form.Where(n => n.Kind == "group").Select(n => n.Id);
    }

    public T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public bool Chance(int percent) => random.Next(100) < percent;

    public JsonNode Condition(Names names, int depth = 3)
    {
        var kind = random.Next(depth <= 0 ? 5 : 15);
        switch (kind)
        {
            case 0: return Named(names, "yesNo") ?? JsonValue.Create(Chance(50));
            case 1 when Chosen(names, "choice") is { } choice: return Op(Pick(["eq", "ne"]), "$" + choice.Id, Pick(choice.Codes));
            case 2 when Chosen(names, "choice") is { } choice: return Op("in", "$" + choice.Id, new JsonArray(Pick(choice.Codes), Pick(choice.Codes)));
            case 3 when Chosen(names, "choices") is { } list: return Op("includes", "$" + list.Id, Pick(list.Codes));
            case 4 when Any(names) is { } any: return new JsonObject { ["exists"] = "$" + any.Id };
            case 5: return Op(Pick(["lt", "lte", "gt", "gte", "eq", "ne"]), Number(names, depth - 1), Number(names, depth - 1));
            case 6: return Op(Pick(["lt", "lte", "gt", "gte", "eq", "ne"]), Date(names, depth - 1), Date(names, depth - 1));
            case 7: return Op(Pick(["eq", "ne"]), Text(names, depth - 1), Text(names, depth - 1));
            case 8: return Op("between", Number(names, depth - 1), Number(names, 0), Number(names, 0));
            case 9: return Op("matches", Text(names, depth - 1), Pick(["[a-c]+", "い.*", "a|b", ".*"]));
            case 10: return Op(Pick(["and", "or"]), [.. Enumerable.Range(0, random.Next(4)).Select(_ => Condition(names, depth - 1))]);
            case 11: return Op("if", Condition(names, depth - 1), Condition(names, depth - 1), Condition(names, depth - 1));
            case 12 when names.Counted.ToList() is { Count: > 0 } groups:
                var group = Pick(groups);
                return new JsonObject { [Pick(["any", "all"])] = group, ["where"] = Condition(names.Inside(group), depth - 1) };
            default: return new JsonObject { ["not"] = Condition(names, depth - 1) };
        }
    }

    public JsonNode Number(Names names, int depth = 3)
    {
        switch (random.Next(depth <= 0 ? 3 : 14))
        {
            case 0 or 1: return Named(names, "number") ?? Literal();
            case 2: return Literal();
            case 3 or 4: return Op(Pick(["add", "subtract", "multiply", "min", "max"]), [.. Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Number(names, depth - 1))]);
            case 5: return Rounded("divide", [Number(names, depth - 1), Number(names, depth - 1)]);
            case 6: return Rounded("round", [Number(names, depth - 1)]);
            case 7: return Op("coalesce", Number(names, depth - 1), Number(names, depth - 1));
            case 8: return new JsonObject { ["length"] = Text(names, depth - 1) };
            case 9: return Op(Pick(["age", "months", "days"]), Date(names, depth - 1), Date(names, depth - 1));
            case 10: return Op("if", Condition(names, depth - 1), Number(names, depth - 1), Number(names, depth - 1));
            case 11 when Chosen(names, "choices") is { } list: return new JsonObject { ["count"] = "$" + list.Id };
            case 12 when names.Group is { } own && names.Counted.Contains(own):
                return new JsonObject { ["position"] = new JsonArray(Counted("in", own, names, depth)), ["by"] = Chance(50) ? Number(names, 0) : Date(names, 0) };
            default:
                if (names.Counted.ToList() is not { Count: > 0 } groups) return Literal();
                var group = Pick(groups);
                if (Chance(40)) return Counted("count", group, names, depth);
                var sum = Counted("sum", group, names, depth);
                sum["of"] = Number(names.Inside(group), depth - 1);
                return sum;
        }
    }

    public JsonNode Date(Names names, int depth = 2)
    {
        switch (random.Next(depth <= 0 ? 4 : 9))
        {
            case 0 or 1: return Named(names, "date") ?? "@today";
            case 2: return Pick(["@today", "@-18y", "@+3m", "@+10d", "@-1000y", "2026-04-01", "2024-02-29", "1999-12-31"]);
            case 3 when names.Of("period").FirstOrDefault() is { } period: return $"${period.Id}.{Pick(["from", "to"])}";
            case 4: return Op(Pick(["addDays", "addMonths", "dayReaching", "fiscalYearEndAfter"]), Date(names, depth - 1), Number(names, depth - 1));
            case 5: return new JsonObject { ["firstOfMonth"] = Date(names, depth - 1) };
            case 6: return Op(Pick(["min", "max"]), Date(names, depth - 1), Date(names, depth - 1));
            case 7: return Op("coalesce", Date(names, depth - 1), Date(names, depth - 1));
            default: return Op("if", Condition(names, depth - 1), Date(names, depth - 1), Date(names, depth - 1));
        }
    }

    public JsonNode Text(Names names, int depth = 2)
    {
        switch (random.Next(depth <= 0 ? 3 : 6))
        {
            case 0 or 1: return Named(names, "text") ?? Pick(Texts);
            case 2: return Pick(Texts);
            case 3: return Op("concat", [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(names, depth - 1))]);
            case 4: return Op("coalesce", Text(names, depth - 1), Text(names, depth - 1));
            default: return Op("if", Condition(names, depth - 1), Text(names, depth - 1), Text(names, depth - 1));
        }
    }

    private JsonObject Counted(string key, string group, Names names, int depth)
    {
        var made = new JsonObject { [key] = group };
        if (Chance(60)) made["where"] = Condition(names.Inside(group), depth - 1);
        return made;
    }

    private JsonObject Rounded(string name, List<JsonNode> operands)
    {
        operands.Add(Pick(["down", "up", "halfUp"]));
        if (Chance(60)) operands.Add(random.Next(-6, 7));
        return Op(name, [.. operands]);
    }

    private static JsonObject Op(string name, params JsonNode[] operands) => new() { [name] = new JsonArray(operands) };

    private JsonNode Literal() => JsonValue.Create((decimal)Pick(Numbers));

    private JsonNode? Named(Names names, string kind) => names.Of(kind).ToList() is { Count: > 0 } known ? "$" + Pick(known).Id : null;

    private Name? Chosen(Names names, string kind) => names.Of(kind).Where(n => n.Codes.Length > 0).ToList() is { Count: > 0 } known ? Pick(known) : null;

    private Name? Any(Names names) => names.All.Where(n => n.Kind != "info").ToList() is { Count: > 0 } known ? Pick(known) : null;
}
