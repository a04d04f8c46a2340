namespace Madoguchi.Procedures.LifeEvents;

/// <summary>What the rules leave open: answers after which there is nothing to do, rules that never apply, questions that never appear.</summary>
/// <param name="Silent">Slot and value of the questions that matter; at most twenty.</param>
internal sealed record CoverageReport(IReadOnlyList<IReadOnlyList<(Question Question, Value Value)>> Silent, IReadOnlyList<LifeStep> Dead, IReadOnlyList<Question> Unseen)
{
    public bool IsWhole => Silent.Count + Dead.Count + Unseen.Count == 0;
}

/// <summary>
/// Tries answers on the rules of a life event. Not all of them with all others: a rule is tried with the questions it reads alone,
/// and for silence the questions fall into groups that share a rule; each group is searched by itself, and left as soon as a rule holds.
/// </summary>
internal sealed class Coverage
{
    private const int MostSilent = 20;

    private readonly LifeEvent life;
    private readonly DateOnly today;
    private readonly Question[] questions;
    private readonly IReadOnlyList<Value>[] values;

    public Coverage(LifeEvent life, DateOnly today)
    {
        (this.life, this.today) = (life, today);
        var telling = new TellingValues(life, today);
        questions = [.. life.Questions.OrderBy(q => q.Slot)];
        values = [.. questions.Select(telling.Of)];
    }

    public CoverageReport Run() => new(
        [.. Silent()],
        [.. life.Steps.Where(s => s.When is { } when && !CanHold(s.Slots, when.Holds))],
        [.. questions.Where(q => q.VisibleWhen is { } when && !CanHold(life.VisibleBy[q.Slot], when.Holds))]);

    /// <summary>The questions a condition depends on, those that make them visible too, in order.</summary>
    private int[] Needed(IEnumerable<int> slots)
    {
        var found = new SortedSet<int>();
        var open = new Stack<int>(slots);
        while (open.TryPop(out var slot))
            if (found.Add(slot)) foreach (var by in life.VisibleBy[slot]) open.Push(by);
        return [.. found];
    }

    private bool CanHold(IEnumerable<int> reads, Func<Scope, bool> holds)
    {
        var slots = Needed(reads);
        return Any(slots, 0, new Value[questions.Length], (at, given) => at == slots.Length && holds(ScopeOf(given)), static (_, _) => false);
    }

    private IEnumerable<IReadOnlyList<(Question, Value)>> Silent()
    {
        if (life.Steps.Any(s => s.When is null || (s.Slots.Count == 0 && s.When.Holds(ScopeOf([]))))) return [];
        var groups = Groups().ConvertAll(g => SilentOf(g.Slots, g.Rules));
        if (groups.Count == 0 || groups.Exists(g => g.Count == 0)) return [];
        return Enumerable.Range(0, groups.Max(g => g.Count)).Select(i => groups.SelectMany(g => g[Math.Min(i, g.Count - 1)]).OrderBy(a => a.Item1.Slot).ToList());
    }

    private List<List<(Question, Value)>> SilentOf(int[] slots, IReadOnlyList<(LifeStep Step, int[] Needs)> rules)
    {
        var found = new List<List<(Question, Value)>>();
        Any(slots, 0, new Value[questions.Length], Full, Speaks);
        return found;

        bool Speaks(int at, Value[] given) => rules.Any(r => r.Needs[^1] == slots[at - 1] && r.Step.When!.Holds(ScopeOf(given)));

        bool Full(int at, Value[] given)
        {
            if (at == slots.Length) found.Add([.. slots.Select(s => (questions[s], given[s]))]);
            return found.Count == MostSilent;
        }
    }

    /// <summary>Depth first: whether some assignment ends the search; <paramref name="leave"/> tells which branches need no going on.</summary>
    private bool Any(int[] slots, int at, Value[] given, Func<int, Value[], bool> ends, Func<int, Value[], bool> leave)
    {
        if (ends(at, given)) return true;
        if (at == slots.Length) return false;
        var slot = slots[at];
        foreach (var value in Possible(slot, given))
        {
            given[slot] = value;
            if (!leave(at + 1, given) && Any(slots, at + 1, given, ends, leave)) return true;
        }

        given[slot] = Value.Absent;
        return false;
    }

    private IEnumerable<Value> Possible(int slot, Value[] given)
    {
        var question = questions[slot];
        var before = ScopeOf(given);
        if (!before.IsVisible(slot)) return [Value.Absent];
        var (earliest, latest) = (Limit(question.Earliest, before), Limit(question.Latest, before));
        return values[slot].Where(v => v.Type != AnswerType.Date || (!(v.Number < earliest) && !(v.Number > latest)));
    }

    private static decimal? Limit(Expression? limit, Scope scope) => limit?.Evaluate(scope) is { IsAbsent: false } value ? value.Number : null;

    private Scope ScopeOf(Value[] given)
    {
        var scope = new Scope(life.Form.Plan, null, today);
        for (var slot = 0; slot < given.Length; slot++) scope.Set(slot, given[slot]);
        return scope;
    }

    private List<(int[] Slots, List<(LifeStep, int[])> Rules)> Groups()
    {
        var groups = new List<(HashSet<int> Slots, List<(LifeStep, int[])> Rules)>();
        foreach (var step in life.Steps.Where(s => s.Slots.Count > 0))
        {
            var needs = Needed(step.Slots);
            var shared = groups.FindAll(g => g.Slots.Overlaps(needs));
            groups.RemoveAll(shared.Contains);
            groups.Add(([.. needs, .. shared.SelectMany(g => g.Slots)], [(step, needs), .. shared.SelectMany(g => g.Rules)]));
        }

        return groups.ConvertAll(g => (g.Slots.Order().ToArray(), g.Rules));
    }
}
