namespace Madoguchi.Studio.Merging;

/// <summary>
/// One order out of two. Of any two parts that both sides have, the side that turned them round decides;
/// what only one side has stands behind the part it stands behind there.
/// </summary>
internal static class OrderMerge
{
    /// <summary>The parts both sides have, in one order; null when the moves of both cannot be had together.</summary>
    public static List<string>? Common(IReadOnlyList<string> before, IReadOnlyList<string> theirs, IReadOnlyList<string> mine, ISet<string> stay)
    {
        var (there, here) = (PlacesOf(theirs), PlacesOf(mine));
        var known = PlacesOf(before);
        var common = mine.Where(p => there.ContainsKey(p) && stay.Contains(p)).ToList();
        var other = theirs.Where(p => here.ContainsKey(p) && stay.Contains(p)).ToList();
        if (common.SequenceEqual(other)) return common;
        if (common.TrueForAll(known.ContainsKey))
        {
            var old = before.Where(p => there.ContainsKey(p) && here.ContainsKey(p) && stay.Contains(p)).ToList();
            if (common.SequenceEqual(old)) return other;
            if (other.SequenceEqual(old)) return common;
        }

        var followers = common.ToDictionary(p => p, _ => 0);
        for (var i = 0; i < common.Count; i++)
            for (var k = i + 1; k < common.Count; k++)
            {
                if (First(common[i], common[k]) is not { } first) return null;
                followers[first]++;
            }

        // Every pair has an order; together they are one only when no two parts have as many behind them.
        var ordered = common.OrderByDescending(p => followers[p]).ToList();
        return ordered.Select((p, i) => followers[p] == ordered.Count - 1 - i).All(fits => fits) ? ordered : null;

        // x stands before y on this side.
        string? First(string x, string y)
        {
            if (there[x] < there[y]) return x;
            if (!known.TryGetValue(x, out var wasX) || !known.TryGetValue(y, out var wasY)) return null;
            return wasX < wasY ? y : x;
        }
    }

    /// <summary>Puts in what only one side has.</summary>
    public static List<string> WithOwn(List<string> common, IReadOnlyList<string> theirs, IReadOnlyList<string> mine, ISet<string> stay)
    {
        var (fromThem, fromMe) = (Runs(theirs, common, stay), Runs(mine, common, stay));
        var all = new List<string>();
        foreach (var after in common.Prepend(""))
        {
            if (after.Length > 0) all.Add(after);
            var runs = new[] { fromThem.GetValueOrDefault(after), fromMe.GetValueOrDefault(after) }.OfType<List<string>>();
            // Neither side comes first by being that side.
            foreach (var run in runs.OrderBy(r => r[0], StringComparer.Ordinal)) all.AddRange(run);
        }

        return all;
    }

    private static Dictionary<string, List<string>> Runs(IReadOnlyList<string> side, List<string> common, ISet<string> stay)
    {
        var shared = common.ToHashSet();
        var runs = new Dictionary<string, List<string>>();
        var after = "";
        foreach (var part in side)
        {
            if (shared.Contains(part)) after = part;
            else if (stay.Contains(part)) (runs.TryGetValue(after, out var run) ? run : runs[after] = []).Add(part);
        }

        return runs;
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> order) => order.Select((part, place) => (part, place)).ToDictionary(p => p.part, p => p.place);
}
