namespace Madoguchi.Procedures.Search;

/// <summary>Finds the word that somebody meant who left out, added, mistook or swapped one character. A word is known by what is left when one of its characters is deleted.</summary>
internal sealed partial class Typos
{
    private const int Shortest = 4;
    private const int Longest = 16;
    private readonly Dictionary<string, List<string>> byRemainder = [];
    private readonly string everything;

    /// <param name="words">What may be meant, folded.</param>
    /// <param name="everything">All text that is searched: what stands in it is no mistake.</param>
    public Typos(IEnumerable<string> words, string everything)
    {
        this.everything = everything;
        foreach (var word in words.Where(w => w.Length is >= Shortest and <= Longest && !VerbEnding().IsMatch(w)).Distinct())
            foreach (var remainder in Remainders(word))
                if (byRemainder.TryGetValue(remainder, out var same)) same.Add(word);
                else byRemainder[remainder] = [word];
    }

    public bool Knows(string text) => everything.Contains(text, StringComparison.Ordinal);

    /// <summary>The longest part of a run, from one of its cuts to another, that is one mistake away from a word, with that word.</summary>
    public (int Start, int Length, string Word)? Correct(string run, IReadOnlyList<int> cuts) =>
        cuts.SelectMany(start => cuts.Where(end => end - start is >= Shortest and <= Longest + 1).Select(end => (Start: start, Length: end - start)))
            .OrderByDescending(part => part.Length).ThenBy(part => part.Start)
            .Select(part => (part.Start, part.Length, Word: Meant(run.Substring(part.Start, part.Length))))
            .FirstOrDefault(part => part.Word is not null) is { Word: { } word } found ? (found.Start, found.Length, word) : null;

    private string? Meant(string typed) =>
        Remainders(typed).SelectMany(r => byRemainder.GetValueOrDefault(r) ?? []).Where(w => w != typed && IsOneMistake(typed, w))
            .OrderBy(w => Math.Abs(w.Length - typed.Length)).ThenBy(w => w, StringComparer.Ordinal).FirstOrDefault();

    // なりたい is no misspelt 入りたい: verbs are too like each other.
    [GeneratedRegex("(たい|ます|ました|た|る|て|す)$")]
    private static partial Regex VerbEnding();

    private static IEnumerable<string> Remainders(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word);

    private static bool IsOneMistake(string a, string b)
    {
        var head = 0;
        while (head < Math.Min(a.Length, b.Length) && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < Math.Min(a.Length, b.Length) - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        var (left, right) = (a[head..(a.Length - tail)], b[head..(b.Length - tail)]);
        return (left.Length <= 1 && right.Length <= 1) || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
