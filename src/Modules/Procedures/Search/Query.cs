namespace Madoguchi.Procedures.Search;

/// <summary>One word of a query. <c>Known</c>: it stands in the book of words.</summary>
internal sealed record QueryWord(string Text, bool Known)
{
    /// <summary>The word it was taken for, when it was misspelt; the word itself may be a part of that.</summary>
    public string? Corrected { get; init; }

    /// <summary>An ending or a word of kana alone that nobody knows says little, and so does a single character.</summary>
    public double Importance => Text.Length == 1 && !Text.All(char.IsAsciiDigit) ? 0.6 : Known || !Text.All(SearchText.IsKana) ? 1 : 0.5;
}

/// <summary>Takes a query apart: words of the book first, the longest at each place; what stands between them is cut at particles; words that mean nothing are left out.</summary>
internal sealed class Query(WordBook book, Typos typos)
{
    private const int Longest = 200;

    public IReadOnlyList<QueryWord> Read(string q)
    {
        var runs = SearchText.Fold(q.Length > Longest ? q[..Longest] : q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = runs.SelectMany(r => ReadRun(r)).ToList();
        return words.Count > 0 ? [.. words.DistinctBy(w => w.Text)] : [.. runs.Distinct().Select(r => new QueryWord(r, false))];
    }

    private List<QueryWord> ReadRun(string run, bool corrected = false)
    {
        var words = new List<QueryWord>();
        var cuts = new SortedSet<int> { 0, run.Length };
        var from = 0;
        for (var at = 0; at < run.Length;)
        {
            if (book.At(run, at) is not { } word)
            {
                at++;
                continue;
            }

            Between(from, at);
            cuts.Add(at);
            if (!book.IsSkipped(word) || book.Groups(word).Count > 0) words.Add(new QueryWord(word, true));
            cuts.Add(from = at += word.Length);
        }

        Between(from, run.Length);
        if (corrected || words.TrueForAll(w => w.Known || typos.Knows(w.Text)) || typos.Correct(run, [.. cuts]) is not { } better) return words;
        // Only the misspelt part is replaced; what stands around it is read as it is.
        return
        [
            .. ReadRun(run[..better.Start], true),
            .. ReadRun(better.Word, true).Select(w => w with { Corrected = better.Word }),
            .. ReadRun(run[(better.Start + better.Length)..], true),
        ];

        void Between(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                var binds = run[i] == 'を' || (SearchText.Particles.Contains(run[i]) && ((i == start && i > 0) || i + 1 == end || !SearchText.IsKana(run[i + 1])));
                if (!binds) continue;
                Plain(start, i);
                cuts.Add(i);
                cuts.Add(start = i + 1);
            }

            Plain(start, end);
        }

        // One kana alone is an ending.
        void Plain(int start, int end)
        {
            if (end - start > 1 || (end > start && !SearchText.IsKana(run[start]))) words.Add(new QueryWord(run[start..end], false));
        }
    }
}
