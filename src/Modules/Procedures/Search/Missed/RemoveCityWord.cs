using Madoguchi.Procedures.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>Takes a word of the city away from its procedure.</summary>
internal sealed class RemoveCityWord(ProceduresDb db, ProcedureCatalogue procedures, Actor actor, AuditTrail audit, Database database)
{
    public async Task RunAsync(Guid id, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        var word = await db.CityWords.FirstOrDefaultAsync(w => w.Id == id, stop) ?? throw new NotFoundException();
        if (!May(actor, procedures, word.Slug)) throw new ForbiddenException();

        db.Remove(word);
        audit.Record("procedures.wordRemoved", "procedure", word.Slug, new { word.Word });
        database.AfterCommit(() => procedures.ChangeWords(words => words.Remove((word.Slug, word.Word))));
    }

    /// <summary>Words of a procedure that is no longer offered belong to those who look after all of them.</summary>
    public static bool May(Actor actor, ProcedureCatalogue procedures, string slug) =>
        procedures.All.FirstOrDefault(c => c.Slug == slug) is { } card
            ? actor.May(ProceduresPermissions.Maintain, card.Division)
            : actor.May(ProceduresPermissions.Maintain) && actor.DivisionsFor(ProceduresPermissions.Maintain) is null;
}
