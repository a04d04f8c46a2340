namespace Madoguchi.Procedures.Catalogue;

/// <summary>BM25 over the tokens of title, reading, keywords and summary; what stands in the title weighs more, and a keyword asked for as it stands counts twice.</summary>
internal sealed class SearchIndex
{
    private const double K = 1.2;
    private const double B = 0.75;
    private readonly List<(ProcedureCard Edition, Dictionary<string, double> Weights, double Length, HashSet<string> Keywords)> documents;
    private readonly Dictionary<string, int> spread = [];
    private readonly double meanLength;

    public SearchIndex(IReadOnlyList<ProcedureCard> editions)
    {
        documents = [.. editions.Select(Read)];
        meanLength = documents.Count == 0 ? 1 : documents.Average(d => d.Length);
        foreach (var (_, weights, _, _) in documents)
            foreach (var token in weights.Keys) spread[token] = spread.GetValueOrDefault(token) + 1;
    }

    /// <summary>What fits at least half of the asked tokens, best first.</summary>
    public IReadOnlyList<ProcedureCard> Find(string q)
    {
        var asked = SearchTokens.Of(q.Length > 200 ? q[..200] : q).Distinct().ToList();
        var whole = string.Join(' ', asked);
        return
        [
            .. documents.Select(d => (d.Edition, Hits: asked.Count(d.Weights.ContainsKey), Score: Score(asked, d.Weights, d.Length) * (d.Keywords.Contains(whole) ? 2 : 1)))
                .Where(d => d.Hits > 0 && d.Hits * 2 >= asked.Count)
                .OrderByDescending(d => d.Score).ThenBy(d => d.Edition.Slug, StringComparer.Ordinal)
                .Select(d => d.Edition),
        ];
    }

    private double Score(List<string> asked, Dictionary<string, double> weights, double length)
    {
        var score = 0.0;
        foreach (var token in asked)
        {
            if (!weights.TryGetValue(token, out var weight)) continue;
            var rarity = Math.Log(1 + ((documents.Count - spread[token] + 0.5) / (spread[token] + 0.5)));
            score += rarity * weight * (K + 1) / (weight + (K * (1 - B + (B * length / meanLength))));
        }

        return score;
    }

    private static (ProcedureCard, Dictionary<string, double>, double, HashSet<string>) Read(ProcedureCard edition)
    {
        var weights = new Dictionary<string, double>();
        Add(3, edition.Title.Ja, edition.Title.In(Language.En).ToString(), edition.Kana);
        Add(2, [.. edition.Keywords]);
        Add(1, edition.Summary.Ja, edition.Summary.In(Language.En).ToString(), edition.Summary.In(Language.JaEasy).ToString());
        return (edition, weights, weights.Values.Sum(), [.. edition.Keywords.Select(k => string.Join(' ', SearchTokens.Of(k).Distinct()))]);

        void Add(double weight, params string[] texts)
        {
            foreach (var token in texts.SelectMany(t => SearchTokens.Of(t))) weights[token] = weights.GetValueOrDefault(token) + weight;
        }
    }
}
