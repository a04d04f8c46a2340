namespace Madoguchi.Procedures.Search;

/// <summary>How many searches find a procedure that answers them first, how many among the first three.</summary>
internal sealed record SearchCheck(int Count, int First, int FirstThree, IReadOnlyList<string> Misses)
{
    private double FirstPercent => 100.0 * First / Count;

    private double FirstThreePercent => 100.0 * FirstThree / Count;

    /// <summary>What the city promises.</summary>
    public bool IsGood => FirstPercent >= 85 && FirstThreePercent >= 95;

    /// <summary>A line <c>words | slug slug …</c>, or <c>words | -</c> where nothing should be found.</summary>
    public static bool TryRead(string line, out (string Words, string[] Expected) search)
    {
        var parts = line.Split(" | ");
        search = parts.Length == 2 ? (parts[0].Trim(), parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) : ("", []);
        return search.Expected.Length > 0 && line[0] != '#';
    }

    public static SearchCheck Run(IReadOnlyCollection<(string Words, string[] Expected)> searches, Func<string, IReadOnlyList<ProcedureCard>> find)
    {
        var (first, firstThree, misses) = (0, 0, new List<string>());
        foreach (var (words, expected) in searches)
        {
            var found = find(words);
            var place = Place(found, expected);
            if (place == 0) first++;
            else misses.Add($"{(place < 3 ? "△" : "×")} {words} → {string.Join(' ', found.Take(4).Select(f => f.Slug))}（{string.Join(' ', expected)}）");
            if (place < 3) firstThree++;
        }

        return new SearchCheck(searches.Count, first, firstThree, misses);
    }

    public IEnumerable<string> Lines() => Misses.Append($"{Count}件の検索: 1番目 {FirstPercent:F1} %（目標 85 %）、3番目まで {FirstThreePercent:F1} %（目標 95 %）");

    private static int Place(IReadOnlyList<ProcedureCard> found, string[] expected)
    {
        if (expected is ["-"]) return found.Count == 0 ? 0 : int.MaxValue;
        var before = found.TakeWhile(f => !expected.Contains(f.Slug)).Count();
        return before < found.Count ? before : int.MaxValue;
    }
}
