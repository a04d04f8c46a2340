using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Studio.Merging;

namespace Studio.Tests.Merging;

/// <summary>
/// Random definitions, changed at random on both sides. A failure names its case; <c>MADOGUCHI_PROPERTY_CASE=seed,theirs,mine</c> runs that alone,
/// <c>MADOGUCHI_PROPERTY_RUNS</c> says how many are tried.
/// </summary>
public sealed class MergePropertyTests
{
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("MADOGUCHI_PROPERTY_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 1500;

    private sealed record Case(int Seed, int Theirs, int Mine)
    {
        public override string ToString() => $"MADOGUCHI_PROPERTY_CASE={Seed},{Theirs},{Mine}";
    }

    /// <summary>What one side changed is there; what both changed alike is there; what both changed otherwise is a conflict that shows both.</summary>
    [Fact]
    public void Changes_of_both_sides_survive_and_conflicts_are_shown() => All((before, theirs, mine) =>
    {
        var merged = ThreeWayMerge.Run(before, theirs, mine);
        var (b, t, m, made) = (Cells.Of(before), Cells.Of(theirs), Cells.Of(mine), Cells.Of(merged.Definition));
        foreach (var cell in b.Keys.Concat(t.Keys).Concat(m.Keys).Concat(made.Keys).Distinct())
        {
            var (was, there, here, is_) = (b.GetValueOrDefault(cell), t.GetValueOrDefault(cell), m.GetValueOrDefault(cell), made.GetValueOrDefault(cell));
            if (merged.Kept.Any(p => Covers($"form/pages/{p}", cell))) continue;
            if (merged.Conflicts.Any(c => Covers(Of(c), cell))) Is(is_ == here, cell, "a conflict that nobody decided stays as it is here");
            else if (there == here) Is(is_ == here, cell, "both say the same");
            else if (was == here) Is(is_ == there, cell, "theirs only");
            else if (was == there) Is(is_ == here, cell, "mine only");
            else Is(false, cell, "both changed it, and no conflict says so");
        }
    });

    /// <summary>Nobody is asked about what only one side touched.</summary>
    [Fact]
    public void A_conflict_is_of_something_both_sides_changed() => All((before, theirs, mine) =>
    {
        var (b, t, m) = (WithOrders(before), WithOrders(theirs), WithOrders(mine));
        foreach (var conflict in ThreeWayMerge.Run(before, theirs, mine).Conflicts.Where(c => c.Kind != ConflictKind.Order))
        {
            var under = b.Keys.Concat(t.Keys).Concat(m.Keys).Distinct().Where(c => Covers(Of(conflict), c)).ToList();
            Is(under.Exists(c => b.GetValueOrDefault(c) != t.GetValueOrDefault(c)), Of(conflict), "theirs changed nothing of it");
            Is(under.Exists(c => b.GetValueOrDefault(c) != m.GetValueOrDefault(c)), Of(conflict), "mine changed nothing of it");
            Is(!JsonNode.DeepEquals(conflict.Theirs, conflict.Mine), Of(conflict), "both say the same");
        }

        static Dictionary<string, string> WithOrders(JsonObject definition)
        {
            var cells = Cells.Of(definition);
            foreach (var (path, order) in Cells.Orders(definition)) cells[$"{path}/@order"] = string.Join(' ', order);
            return cells;
        }
    });

    [Fact]
    public void What_one_side_moved_stands_where_it_was_moved_to() => All((before, theirs, mine) =>
    {
        var merged = ThreeWayMerge.Run(before, theirs, mine);
        var (b, t, m) = (Cells.Orders(before), Cells.Orders(theirs), Cells.Orders(mine));
        foreach (var (path, made) in Cells.Orders(merged.Definition).Where(o => t.ContainsKey(o.Key) && m.ContainsKey(o.Key)))
        {
            if (merged.Conflicts.Any(c => Covers(Of(c), $"{path}/@order"))) continue;
            var shared = made.Intersect(t[path]).Intersect(m[path]).ToList();
            foreach (var x in shared)
                foreach (var y in shared.Where(y => y != x))
                {
                    var (there, here) = (t[path].IndexOf(x) < t[path].IndexOf(y), m[path].IndexOf(x) < m[path].IndexOf(y));
                    var was = b.TryGetValue(path, out var old) && old.Contains(x) && old.Contains(y) ? old.IndexOf(x) < old.IndexOf(y) : (bool?)null;
                    var expected = there == here ? there : was == here ? there : here;
                    Is(there == here || was is not null, $"{path} {x} {y}", "nobody can know this order");
                    Is(made.IndexOf(x) < made.IndexOf(y) == expected, $"{path} {x} {y}", "the side that turned them round is not heard");
                }
        }
    });

    [Fact]
    public void With_a_side_that_changed_nothing_the_other_is_the_outcome() => All((before, theirs, mine) =>
    {
        Same(mine, ThreeWayMerge.Run(before, before, mine));
        Same(theirs, ThreeWayMerge.Run(before, theirs, before));
        Same(mine, ThreeWayMerge.Run(before, mine, mine));
        // Found by going down, too.
        var (asked, removals) = (ThreeWayMerge.Run(before, before, mine, askRemovals: true), Cells.Of(before).Count(c => c.Value == "there" && !Cells.Of(mine).ContainsKey(c.Key)));
        Is(JsonNode.DeepEquals(mine, asked.Definition) || asked.Kept.Count > 0, "removals", "asking changes the outcome");
        Is(asked.Conflicts.All(c => c.Kind == ConflictKind.Removal) && asked.Conflicts.Count <= removals, "removals", "more is asked than was removed");
    });

    [Fact]
    public void The_sides_are_alike() => All((before, theirs, mine) =>
    {
        var (one, other) = (Closed(before, theirs, mine, Side.Theirs), Closed(before, mine, theirs, Side.Mine));
        Is(JsonNode.DeepEquals(one.Definition, other.Definition), "sides", $"{one.Definition.ToJsonString()}\n{other.Definition.ToJsonString()}");
        Is(one.Conflicts.Select(c => c.Key).Order().SequenceEqual(other.Conflicts.Select(c => c.Key).Order()), "sides", "other conflicts");
    });

    /// <summary>Whoever decides for the others everywhere loses nothing of theirs.</summary>
    [Fact]
    public void A_choice_puts_that_sides_value_there() => All((before, theirs, mine) =>
    {
        var merged = Closed(before, theirs, mine, Side.Theirs);
        var (t, made) = (Cells.Of(theirs), Cells.Of(merged.Definition));
        foreach (var conflict in merged.Conflicts.Where(c => c.Kind != ConflictKind.Order))
            foreach (var cell in t.Keys.Concat(made.Keys).Where(c => Covers(Of(conflict), c) && !merged.Kept.Any(p => Covers($"form/pages/{p}", c))))
                Is(t.GetValueOrDefault(cell) == made.GetValueOrDefault(cell), cell, "their value was chosen");
    });

    // A choice may bring forth another conflict: what it keeps has to stand somewhere.
    private static Merged Closed(JsonObject before, JsonObject theirs, JsonObject mine, Side side)
    {
        var choices = new Dictionary<string, Side>();
        while (true)
        {
            var merged = ThreeWayMerge.Run(before, theirs, mine, choices);
            var open = merged.Conflicts.Where(c => !choices.ContainsKey(c.Key)).ToList();
            if (open.Count == 0) return merged;
            foreach (var conflict in open) choices[conflict.Key] = side;
        }
    }

    private static void All(Action<JsonObject, JsonObject, JsonObject> holds)
    {
        if (Environment.GetEnvironmentVariable("MADOGUCHI_PROPERTY_CASE") is { Length: > 0 } one)
        {
            var parts = one.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            Try(new Case(parts[0], parts[1], parts[2]), holds);
            return;
        }

        var cases = from seed in Gen.Choose(0, int.MaxValue - 1) from theirs in Gen.Choose(0, 9) from mine in Gen.Choose(0, 9) select new Case(seed, theirs, mine);
        var any = Arb.From(cases, c => Enumerable.Range(0, c.Theirs).Select(n => c with { Theirs = n }).Concat(Enumerable.Range(0, c.Mine).Select(n => c with { Mine = n })));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(any, c => Try(c, holds)));
    }

    private static void Try(Case tried, Action<JsonObject, JsonObject, JsonObject> holds)
    {
        var before = new RandomDefinition(new Random(tried.Seed)).Make();
        var theirs = new RandomDefinition(new Random(tried.Seed + 1)).Changed(before, tried.Theirs, "t");
        var mine = new RandomDefinition(new Random(tried.Seed + 2)).Changed(before, tried.Mine, "m");
        try
        {
            holds(before, theirs, mine);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{tried}: {e.Message}\nbase {before.ToJsonString()}\ntheirs {theirs.ToJsonString()}\nmine {mine.ToJsonString()}\n{e.StackTrace}", e);
        }
    }

    private static string Of(Conflict conflict) => string.Join('/', conflict.Path);

    private static bool Covers(string path, string cell) => cell == path || cell.StartsWith(path + "/", StringComparison.Ordinal);

    private static void Is(bool holds, string where, string what)
    {
        if (!holds) throw new InvalidOperationException($"{where}: {what}");
    }

    private static void Same(JsonObject expected, Merged merged)
    {
        Is(merged.Conflicts.Count == 0, "conflicts", string.Join(", ", merged.Conflicts.Select(Of)));
        Is(JsonNode.DeepEquals(expected, merged.Definition), "definition", merged.Definition.ToJsonString());
    }
}
