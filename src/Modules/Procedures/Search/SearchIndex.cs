namespace Madoguchi.Procedures.Search;

/// <summary>What a search found, best first, and the words that were looked for in place of those typed.</summary>
internal sealed record SearchResult(IReadOnlyList<ProcedureCard> Found, IReadOnlyList<string> Understood);

/// <summary>
/// The procedures by their words, in memory. A word of the query is worth to a procedure what its best reading is worth:
/// its characters, the group of words it belongs to, or a group it leads to (BM25 for each). What leaves words of the query
/// unanswered counts less. A word that stands nowhere speaks by its 漢字 one by one, where another word is answered.
/// </summary>
internal sealed class SearchIndex
{
    private const double Saturation = 1.6;
    private const double LengthEffect = 0.6;
    private const double Least = 0.3;

    // A word that stands nowhere says little of what is meant, as long as another does.
    private const double Missing = 0.3;

    private readonly IReadOnlyList<SearchDocument> documents;
    private readonly Dictionary<string, List<(int Document, double Weight)>> postings = [];
    private readonly double meanLength;
    private readonly WordBook book;
    private readonly Dictionary<string, string> written = [];
    private readonly Query reader;

    /// <param name="cityWords">By slug; those of the definitions alone when null.</param>
    public SearchIndex(IReadOnlyList<ProcedureCard> cards, WordBook book, ILookup<string, string>? cityWords = null)
    {
        this.book = book;
        documents = [.. cards.AsParallel().AsOrdered().Select(c => new SearchDocument(c, book, cityWords?[c.Slug].ToList()))];
        meanLength = documents.Count == 0 ? 1 : documents.Average(d => d.Length);
        for (var i = 0; i < documents.Count; i++)
            foreach (var (token, weight) in documents[i].Weights)
                if (postings.TryGetValue(token, out var list)) list.Add((i, weight));
                else postings[token] = [(i, weight)];
        foreach (var (folded, word) in documents.SelectMany(d => d.Terms).Concat(book.Words)) written.TryAdd(folded, word);
        reader = new Query(book, new Typos(written.Keys, string.Join('\n', documents.Select(d => d.Text))));
    }

    public SearchResult Find(string q) => Find(q, Least, byCharacters: false);

    /// <summary>What has any word of the query, or a character of one, for a page that found nothing.</summary>
    public SearchResult Near(string q) => Find(q, 0.01, byCharacters: true);

    private SearchResult Find(string q, double least, bool byCharacters)
    {
        var words = reader.Read(q);
        var scores = new double[documents.Count];
        var answered = new double[documents.Count];
        var named = new bool[documents.Count];
        var asked = 0.0;
        foreach (var word in words)
        {
            var worth = Worth(word);
            var stands = Array.Exists(worth, w => w > 0);
            if (!stands) worth = ByCharacters(word.Text);
            var importance = stands ? word.Importance : Missing * word.Importance;
            asked += importance;
            for (var i = 0; i < worth.Length; i++)
            {
                if (worth[i] == 0) continue;
                scores[i] += worth[i] * importance;
                answered[i] += importance;
                named[i] |= stands || byCharacters;
            }
        }

        var (whole, meant) = (string.Concat(words.Select(w => w.Text)), words.SelectMany(w => book.Groups(w.Text).Concat(book.LeadsTo(w.Text))).ToHashSet());
        var found = Enumerable.Range(0, documents.Count).Where(i => named[i] && answered[i] >= least * asked)
            .Select(i => (documents[i].Card, Score: scores[i] * Math.Pow(answered[i] / asked, 2) * documents[i].Boost(whole, words, meant)))
            .OrderByDescending(d => d.Score).ThenBy(d => d.Card.Slug, StringComparer.Ordinal).Select(d => d.Card);
        return new SearchResult([.. found], Understood(words));
    }

    private IReadOnlyList<string> Understood(IReadOnlyList<QueryWord> words) =>
    [
        .. words.SelectMany(w => w.Corrected is { } meant ? [written.GetValueOrDefault(meant, meant)]
            : Spelled(w.Text).Any(s => s > 0) ? [] : book.LeadsTo(w.Text).Select(book.Name)).Distinct(),
    ];

    private double[] Worth(QueryWord word)
    {
        var best = Spelled(word.Text);
        foreach (var group in book.Groups(word.Text)) Take(SearchDocument.Mark(group), 1);
        foreach (var group in book.LeadsTo(word.Text)) Take(SearchDocument.Mark(group), 0.7);
        return best;

        void Take(string token, double share) => Best(best, token, share);
    }

    // 印艦証明書 lacks only one character of what was meant.
    private double[] ByCharacters(string word)
    {
        var best = new double[documents.Count];
        if (word.Length > 1)
            foreach (var c in word.Where(c => c is >= '一' and <= '鿿')) Best(best, c.ToString(), Missing);
        return best;
    }

    private void Best(double[] best, string token, double share)
    {
        foreach (var (document, score) in Scores(token)) best[document] = Math.Max(best[document], score * share);
    }

    // The mean over the word's tokens; where half of them are missing it is another word, but 住民標 is still a 住民票.
    private double[] Spelled(string word)
    {
        var tokens = SearchText.Tokens(word).Distinct().ToList();
        var sum = new double[documents.Count];
        var hits = new int[documents.Count];
        foreach (var token in tokens)
            foreach (var (document, score) in Scores(token))
            {
                sum[document] += score;
                hits[document]++;
            }

        var least = word.All(SearchText.IsKana) ? (tokens.Count / 2) + 1 : (tokens.Count + 1) / 2;
        for (var i = 0; i < sum.Length; i++)
            sum[i] = hits[i] > 0 && hits[i] >= least ? sum[i] / tokens.Count * hits[i] / tokens.Count : 0;
        return sum;
    }

    private IEnumerable<(int Document, double Score)> Scores(string token)
    {
        if (!postings.TryGetValue(token, out var list)) yield break;
        var rarity = Math.Log(1 + ((documents.Count - list.Count + 0.5) / (list.Count + 0.5)));
        foreach (var (document, weight) in list)
            yield return (document, rarity * weight * (Saturation + 1) / (weight + (Saturation * (1 - LengthEffect + (LengthEffect * documents[document].Length / meanLength)))));
    }
}
