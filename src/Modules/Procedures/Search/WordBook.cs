using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Search;

/// <summary>The general words of <c>vocabulary/words.txt</c>: which mean the same, which lead to others, which mean nothing to a search.</summary>
internal sealed partial class WordBook
{
    private const string File = "vocabulary/words.txt";
    private readonly Dictionary<string, List<int>> same = [];
    private readonly Dictionary<int, List<string>> leads = [];
    private readonly List<string> names = [];
    private readonly HashSet<string> skipped = [];
    private readonly Dictionary<char, int> longest = [];

    /// <summary>All words that mean something, folded and as they are written.</summary>
    public Dictionary<string, string> Words { get; } = [];

    public static (WordBook Book, IReadOnlyList<Fault> Faults) Read(string vocabulary)
    {
        var file = Path.Combine(vocabulary, "words.txt");
        return Read(System.IO.File.Exists(file) ? System.IO.File.ReadAllLines(file) : []);
    }

    public static (WordBook Book, IReadOnlyList<Fault> Faults) Read(IReadOnlyList<string> lines)
    {
        var book = new WordBook();
        var faults = new FaultList(File);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Trim() is { Length: > 0 } line && line[0] != '#') book.Add(line, $"line {i + 1}", faults);
        foreach (var (group, words) in book.leads)
            foreach (var word in words.Where(w => !book.same.ContainsKey(w))) faults.Add(book.names[group], $"leads to {word}, which stands in no group");
        return (book, faults.Found);
    }

    /// <summary>The groups a folded word belongs to.</summary>
    public IReadOnlyList<int> Groups(string folded) => same.GetValueOrDefault(folded) ?? [];

    /// <summary>The groups a folded word leads to without meaning the same.</summary>
    public IEnumerable<int> LeadsTo(string folded) =>
        Groups(folded).SelectMany(g => leads.GetValueOrDefault(g) ?? []).SelectMany(w => Groups(w)).Distinct().Except(Groups(folded));

    /// <summary>The first word of a group, as people read it.</summary>
    public string Name(int group) => names[group];

    public bool IsSkipped(string folded) => skipped.Contains(folded);

    /// <summary>The longest word of the book that stands at a place of a folded text.</summary>
    public string? At(string text, int start)
    {
        for (var length = Longest(text, start); length > 0; length--)
        {
            var word = text.Substring(start, length);
            if ((same.ContainsKey(word) || skipped.Contains(word)) && MayStand(text, start, word)) return word;
        }

        return null;
    }

    /// <summary>All groups whose words stand anywhere in a folded text.</summary>
    public IEnumerable<int> AllIn(string text)
    {
        var words = same.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length; start++)
            for (var length = Longest(text, start); length > 0; length--)
                if (words.TryGetValue(text.AsSpan(start, length), out var word, out var groups) && MayStand(text, start, word))
                    foreach (var group in groups) yield return group;
    }

    private int Longest(string text, int start) => Math.Min(longest.GetValueOrDefault(text[start]), text.Length - start);

    // A short word of kana is found by chance inside another, an English one inside any: they must stand by themselves.
    private bool MayStand(string text, int start, string word)
    {
        var end = start + word.Length;
        if (SearchText.IsLatin(word[0]) && start > 0 && SearchText.IsLatin(text[start - 1])) return false;
        if (SearchText.IsLatin(word[^1]) && end < text.Length && SearchText.IsLatin(text[end])) return false;
        if (word.Length > 3 || !word.All(SearchText.IsKana)) return true;
        var closed = end == text.Length || !SearchText.IsKana(text[end]) || SearchText.Particles.Contains(text[end]) || (word.Length > 1 && At(text, end) is { Length: > 1 });
        if (skipped.Contains(word) && !same.ContainsKey(word)) return closed && (word.Length > 1 || start > 0);
        return closed && (start == 0 || !SearchText.IsKana(text[start - 1]) || SearchText.Particles.Contains(text[start - 1]));
    }

    private void Add(string line, string place, FaultList faults)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            foreach (var word in Folded(line[2..], place, faults)) skipped.Add(word);
            return;
        }

        var sides = line.Split('>');
        var words = Folded(sides[0], place, faults);
        foreach (var word in sides[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Words.TryAdd(SearchText.Fold(word), word);
        if (sides.Length > 2 || words.Count == 0 || (sides.Length == 1 && words.Count == 1)) faults.Add(place, "is no group: two words that mean the same, or one and > another");
        if (words.Count == 0) return;
        var group = names.Count;
        names.Add(sides[0].Trim().Split(' ')[0]);
        foreach (var word in words.SelectMany(w => WithStem(w)).Distinct())
        {
            if (!same.TryGetValue(word, out var groups)) same[word] = groups = [];
            groups.Add(group);
        }

        if (sides.Length == 2) leads[group] = Folded(sides[1], place, faults);
    }

    // 預ける is also asked for as 預けて, 預けた, 預けたい.
    private static IEnumerable<string> WithStem(string word) =>
        VerbEnding().Match(word) is { Success: true } verb ? [word, verb.Groups[1].Value] : [word];

    [GeneratedRegex("^(.*[一-鿿][ぁ-ゖ]+?)(る|た|だ|す|たい)$")]
    private static partial Regex VerbEnding();

    private List<string> Folded(string text, string place, FaultList faults)
    {
        var written = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var twice in written.GroupBy(w => w).Where(g => g.Count() > 1)) faults.Add(place, $"says {twice.Key} twice");
        var words = written.Select(SearchText.Fold).ToList();
        if (words.Exists(w => w.Length == 0 || w.Contains(' '))) faults.Add(place, "holds a mark that is no word");
        words.RemoveAll(w => w.Length == 0);
        foreach (var word in words) longest[word[0]] = Math.Max(longest.GetValueOrDefault(word[0]), word.Length);
        return words;
    }
}
