namespace Madoguchi.Procedures.Search;

/// <summary>A procedure as it is searched: the weight of each token, more for what stands in the title.</summary>
internal sealed class SearchDocument
{
    private readonly string title;
    private readonly HashSet<string> keywords;
    private readonly HashSet<int> leading;

    public SearchDocument(ProcedureCard card, WordBook book, IReadOnlyList<string>? cityWords = null)
    {
        Card = card;
        title = SearchText.Fold(card.Title.Ja);
        leading = [.. title.Length == 0 || book.At(title, 0) is not { } first ? [] : book.Groups(first)];
        var kana = SearchText.Fold(card.Kana);
        keywords = [.. card.Keywords.Concat(cityWords ?? []).Select(SearchText.Fold)];
        foreach (var word in card.Keywords.Concat(cityWords ?? []).Concat(card.Title.Ja.Split(' ', '・', '（', '）')).Concat(card.Kana.Split(' '))) Terms.TryAdd(SearchText.Fold(word), word);
        var summary = SearchText.Fold($"{card.Summary.Ja} {card.Summary.In(Language.En)}");
        var english = SearchText.Fold(card.Title.In(Language.En).ToString());
        Text = string.Join('\n', [title, kana, english, summary, .. keywords]);
        Add(3, title, book);
        Add(3, kana, book);
        Add(3, english, book);
        foreach (var keyword in keywords) Add(2, keyword, book);
        Add(1, summary, book);
        // An address that is no longer there, or a word in Latin letters: /juminhyo.
        Add(1, SearchText.Fold(card.Slug.Replace('-', ' ')), book);
        Length = Weights.Values.Sum();
    }

    public ProcedureCard Card { get; }

    /// <summary>Everything, folded.</summary>
    public string Text { get; }

    /// <summary>Words that somebody may mean, folded and as they are written.</summary>
    public Dictionary<string, string> Terms { get; } = [];

    public Dictionary<string, double> Weights { get; } = [];

    public double Length { get; }

    /// <summary>The token that stands for a group of words.</summary>
    public static string Mark(int group) => $"#{group}";

    /// <summary>More for a title or a keyword asked for as it stands, and for a title that begins with a word asked for: it says what the procedure is about.</summary>
    public double Boost(string asked, IReadOnlyList<QueryWord> words, HashSet<int> meant) =>
        (title == asked ? 2 : keywords.Contains(asked) ? 1.5 : 1)
        * (words.Any(w => w.Text.Length > 1 && title.StartsWith(w.Text, StringComparison.Ordinal)) || leading.Overlaps(meant) ? 1.4 : 1);

    private void Add(double weight, string folded, WordBook book)
    {
        foreach (var token in SearchText.Tokens(folded, stored: true).Concat(book.AllIn(folded).Distinct().Select(Mark)))
            Weights[token] = Weights.GetValueOrDefault(token) + weight;
    }
}
