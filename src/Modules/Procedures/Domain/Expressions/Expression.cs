namespace Madoguchi.Procedures.Domain.Expressions;

/// <summary>One node of an expression, its type known since it was read.</summary>
internal abstract class Expression(AnswerType type)
{
    public AnswerType Type => type;

    public abstract Value Evaluate(Scope scope);

    /// <summary>A condition: absent counts as false.</summary>
    public bool Holds(Scope scope) => Evaluate(scope).IsTrue;
}

/// <summary>A condition with the sentence it raises.</summary>
internal sealed record Rule(Expression When, Phrase Message);

internal sealed class Literal(Value value) : Expression(value.Type)
{
    public Value Value => value;

    public override Value Evaluate(Scope scope) => value;
}

/// <summary>A date relative to the day of validation.</summary>
internal sealed class Relative(RelativeDate date) : Expression(AnswerType.Date)
{
    public DateOnly On(DateOnly today) => date.On(today);

    public override Value Evaluate(Scope scope) => Value.Of(date.On(scope.Today));
}

/// <summary>An answer or computed value, of this scope or the outer one, whole or one part of it.</summary>
internal sealed class Reference(AnswerType type, int slot, bool fromOuter, int part, FrozenSet<string> codes, string id) : Expression(type)
{
    /// <summary>Codes of the options, for checking conditions when they are read.</summary>
    public FrozenSet<string> Codes => codes;

    public string Id => id;

    public override Value Evaluate(Scope scope)
    {
        var value = (fromOuter ? scope.Root : scope)[slot];
        if (part < 0 || value.IsAbsent) return value;
        if (value.Parts[part] is not { } text) return Value.Absent;
        return Type switch
        {
            AnswerType.Date => Value.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            AnswerType.Number => Value.Of(decimal.Parse(text, CultureInfo.InvariantCulture)),
            _ => Value.Of(text),
        };
    }
}

/// <summary>An operation over operands of the same scope.</summary>
internal sealed class Operation(AnswerType type, Expression[] operands, Func<Scope, Expression[], Value> evaluate) : Expression(type)
{
    public override Value Evaluate(Scope scope) => evaluate(scope, operands);
}

/// <summary>count, any, all, sum over the items of a group of the form.</summary>
internal sealed class Aggregate(AnswerType type, int group, Expression? where, Expression? of, Func<Scope[], Expression?, Expression?, Value> evaluate) : Expression(type)
{
    public override Value Evaluate(Scope scope) => evaluate(scope.Root.Items(group), where, of);
}

/// <summary>One group a place is counted in.</summary>
internal sealed record Ranking(int Group, Expression? Where, Expression By);

/// <summary>The place of the present item among the items of several groups, counted from the smallest (第何子).</summary>
internal sealed class Position(IReadOnlyList<Ranking> rankings) : Expression(AnswerType.Number)
{
    public override Value Evaluate(Scope scope)
    {
        var own = OwnRank(scope);
        if (own is not { } mine) return Value.Absent;

        var before = 0;
        var order = 0;
        foreach (var ranking in rankings)
        {
            foreach (var item in scope.Root.Items(ranking.Group))
            {
                order++;
                if (item == scope || ranking.Where?.Holds(item) == false) continue;
                var by = ranking.By.Evaluate(item);
                if (by.IsAbsent) continue;
                if (by.Number < mine.By || (by.Number == mine.By && order < mine.Order)) before++;
            }
        }

        return Value.Of(before + 1);
    }

    private (decimal By, int Order)? OwnRank(Scope scope)
    {
        var order = 0;
        foreach (var ranking in rankings)
        {
            foreach (var item in scope.Root.Items(ranking.Group))
            {
                order++;
                if (item != scope) continue;
                var by = ranking.By.Evaluate(item);
                return by.IsAbsent || ranking.Where?.Holds(item) == false ? null : (by.Number, order);
            }
        }

        return null;
    }
}
