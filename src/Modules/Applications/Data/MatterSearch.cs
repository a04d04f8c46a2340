using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Data;

/// <summary>Finds matters by the tokens of number, name, kana, birth date and telephone: the same hits on both databases.</summary>
internal sealed class MatterSearch(ApplicationsDb db, Kernel.Data.Database database)
{
    /// <summary>Matters that hold every token of the words; all when there are none.</summary>
    public IQueryable<Application> Find(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return db.All;
        // 「平成3年4月3日」 means the day, however it is written.
        if (JapaneseDate.TryParse(words, out var day)) words = $"{day:yyyy-MM-dd}";
        var tokens = SearchTokens.Of(words.Length > 200 ? words[..200] : words);
        if (tokens.Count == 0) return db.All.Where(a => false);
        return database.IsPostgres
            ? db.All.FromSql($"select * from applications_applications where string_to_array(tokens, ' ') @> {tokens.ToArray()}")
            : db.All.FromSql($"select * from applications_applications where rowid in (select rowid from applications_tokens where tokens match {Phrase(tokens)})");
    }

    private static string Phrase(IReadOnlyList<string> tokens) => string.Join(" AND ", tokens.Select(t => $"\"{t.Replace("\"", "\"\"")}\""));
}
