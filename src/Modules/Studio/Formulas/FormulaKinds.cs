namespace Madoguchi.Studio.Formulas;

/// <summary>A way to calculate: how many parts it takes, and what else is said.</summary>
/// <param name="Alone">Its part stands by itself, not in a list.</param>
/// <param name="Group">It goes over the items of a group.</param>
internal sealed record FormulaKind(string Name, int Least, int Most, bool Alone = false, bool Group = false)
{
    public bool Rounds => Name is "divide" or "round";

    public bool Repeats => Most > Least;
}

internal static class FormulaKinds
{
    /// <summary>An answer, a value or a constant as it is.</summary>
    public const string Plain = "plain";

    /// <summary>What pages cannot say; it stays.</summary>
    public const string Kept = "kept";

    private const int Many = 20;

    public static readonly FormulaKind[] All =
    [
        new(Plain, 1, 1, true), new("if", 3, 3),
        new("add", 2, Many), new("subtract", 2, 2), new("multiply", 2, Many), new("divide", 2, 2), new("round", 1, 1), new("min", 2, Many), new("max", 2, Many), new("coalesce", 2, Many),
        new("concat", 1, Many), new("length", 1, 1, true), new("plainKana", 1, 1, true),
        new("age", 2, 2), new("months", 2, 2), new("days", 2, 2), new("dayReaching", 2, 2), new("fiscalYearEndAfter", 2, 2), new("addDays", 2, 2), new("addMonths", 2, 2), new("firstOfMonth", 1, 1, true), new("sessionDate", 1, 1, true),
        new("count", 0, 0, Group: true), new("sum", 1, 1, Group: true),
        new("and", 1, Many), new("or", 1, Many), new("not", 1, 1, true), new("exists", 1, 1, true),
        new("eq", 2, 2), new("ne", 2, 2), new("lt", 2, 2), new("lte", 2, 2), new("gt", 2, 2), new("gte", 2, 2), new("between", 3, 3), new("in", 1, 1), new("includes", 2, 2), new("matches", 1, 1),
        new("any", 0, 0, Group: true), new("all", 0, 0, Group: true),
    ];

    public static FormulaKind? Find(string? name) => Array.Find(All, k => k.Name == name);
}
