using Madoguchi.Procedures.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>キーワードに加える: from the commit on, these words find the procedure, and nobody needs to look after the search any more.</summary>
internal sealed class AddCityWord(ProceduresDb db, MissedList list, ProcedureCatalogue procedures, Actor actor, AuditTrail audit, Database database, TimeProvider clock)
{
    /// <summary>A procedure found by everything is found by nothing.</summary>
    internal const int Most = 50;

    internal sealed record Input(string? Slug, string? Word);

    public async Task<Result> RunAsync(Guid search, Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        var missed = await list.FindAsync(search, stop);
        var card = procedures.All.FirstOrDefault(c => c.Slug == input.Slug);
        var word = SearchedWords.Keep(input.Word ?? "");
        var errors = new List<FieldError>();
        if (word is null) errors.Add(new FieldError("Word", "city-word", ("max", SearchedWords.Longest)));
        if (card is null) errors.Add(new FieldError("Slug", "city-word-procedure"));
        if (errors.Count > 0) return Refusal.Invalid(errors);

        actor.Require(ProceduresPermissions.Maintain, card!.Division);
        var own = await db.CityWords.Where(w => w.Slug == card.Slug).Select(w => w.Word).ToListAsync(stop);
        if (own.Concat(card.Keywords).Any(w => SearchText.Fold(w) == SearchText.Fold(word!))) return Refusal.Invalid(new FieldError("Word", "city-word-known"));
        if (own.Count >= Most) return Refusal.Invalid(new FieldError("Slug", "city-word-full", ("max", Most)));

        db.Add(new CityWord { Id = Guid.CreateVersion7(), Slug = card.Slug, Word = word!, AddedAt = clock.Now(), AddedBy = actor.Id });
        db.Remove(missed);
        audit.Record("procedures.wordAdded", "procedure", card.Slug, new { Word = word });
        database.AfterCommit(() => procedures.ChangeWords(words => words.Add((card.Slug, word!))));
        return Result.Ok;
    }
}
