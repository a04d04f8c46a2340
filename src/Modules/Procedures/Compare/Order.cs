namespace Madoguchi.Procedures.Compare;

/// <summary>What moved in a list, and which lines of a text changed.</summary>
internal static class Order
{
    private const int MostLines = 2000;

    /// <summary>The fewest of those in both lists that must have been moved to come from one to the other.</summary>
    public static IReadOnlySet<string> Moved(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var places = new Dictionary<string, int>();
        foreach (var (id, index) in was.Select((id, index) => (id, index))) places.TryAdd(id, index);
        var both = now.Where(places.ContainsKey).ToList();
        // The longest run that kept its order, found from the end of the best run at each place.
        var (length, before) = (new int[both.Count], new int[both.Count]);
        var best = -1;
        for (var i = 0; i < both.Count; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[both[j]] < places[both[i]] && length[j] >= length[i]) (length[i], before[i]) = (length[j] + 1, j);
            if (best < 0 || length[i] > length[best]) best = i;
        }

        var moved = both.ToHashSet();
        for (; best >= 0; best = before[best]) moved.Remove(both[best]);
        return moved;
    }

    /// <summary>Lines that are gone, new or (both) changed, in order.</summary>
    public static IEnumerable<(string? Gone, string? Made)> Changes(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        if ((long)was.Count * now.Count > MostLines * MostLines) return [("長い文", "別の長い文")];
        var same = Common(was, now);
        var changes = new List<(string?, string?)>();
        var (gone, made) = (new List<string>(), new List<string>());
        var (i, j) = (0, 0);
        while (i < was.Count || j < now.Count)
        {
            if (i < was.Count && j < now.Count && was[i] == now[j])
            {
                Pair();
                (i, j) = (i + 1, j + 1);
            }
            else if (j >= now.Count || (i < was.Count && same[i + 1, j] >= same[i, j + 1])) gone.Add(was[i++]);
            else made.Add(now[j++]);
        }

        Pair();
        return changes;

        void Pair()
        {
            for (var k = 0; k < Math.Max(gone.Count, made.Count); k++) changes.Add((k < gone.Count ? gone[k] : null, k < made.Count ? made[k] : null));
            gone.Clear();
            made.Clear();
        }
    }

    // How many lines the two have in common from each place on.
    private static int[,] Common(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var same = new int[was.Count + 1, now.Count + 1];
        for (var i = was.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--) same[i, j] = was[i] == now[j] ? same[i + 1, j + 1] + 1 : Math.Max(same[i + 1, j], same[i, j + 1]);
        return same;
    }
}
