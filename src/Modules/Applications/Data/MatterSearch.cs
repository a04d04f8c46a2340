namespace Madoguchi.Applications.Data;

/// <summary>Finds matters by the tokens of number, name, kana, birth date and telephone: the same hits on both databases.</summary>
internal static class MatterSearch
{
    /// <summary>Only matters that hold every token of the words; all when there are no words.</summary>
    public static MatterRows Holding(this MatterRows rows, string? words, bool postgres)
    {
        if (string.IsNullOrWhiteSpace(words)) return rows;
        // 「平成3年4月3日」 means the day, however it is written.
        if (JapaneseDate.TryParse(words, out var day)) words = $"{day:yyyy-MM-dd}";
        var tokens = SearchTokens.Of(words.Length > 200 ? words[..200] : words);
        if (tokens.Count == 0) return rows.None();
        return postgres
            ? rows.Where("string_to_array(tokens, ' ') @> {0}", [tokens.ToArray()])
            : rows.Where("rowid in (select rowid from applications_tokens where tokens match {0})", Phrase(tokens));
    }

    private static string Phrase(IReadOnlyList<string> tokens) => string.Join(" AND ", tokens.Select(t => $"\"{t.Replace("\"", "\"\"")}\""));
}
