using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Keeping;

/// <summary>A published procedure and the day it was last compared with law and practice.</summary>
internal sealed record CheckedProcedure(ProcedureCard Card, DateOnly? LastOn);

/// <summary>When published procedures were checked: by the day in the definition, or by an officer since.</summary>
internal sealed class Checks(StudioDb db, IProcedures procedures, Actor actor, TimeProvider clock)
{
    private const int Months = 12;
    private const int MostShown = 50;

    /// <summary>Those of the actor's divisions that nobody checked for twelve months, the longest first.</summary>
    public async Task<IReadOnlyList<CheckedProcedure>> OverdueAsync(CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var newest = await db.Checks.AsNoTracking().GroupBy(c => c.Slug).Select(g => new { Slug = g.Key, At = g.Max(c => c.CheckedAt) }).ToDictionaryAsync(c => c.Slug, c => JapaneseDate.Of(c.At), stop);
        var today = clock.Today();
        return
        [
            .. procedures.All.Where(c => actor.May(ProceduresPermissions.Edit, c.Division))
                .Select(c => new CheckedProcedure(c, newest.TryGetValue(c.Slug, out var on) && !(c.LastChecked > on) ? on : c.LastChecked))
                .Where(c => c.LastOn is null || c.LastOn.Value.AddMonths(Months) <= today)
                .OrderBy(c => c.LastOn ?? DateOnly.MinValue).ThenBy(c => c.Card.Kana, StringComparer.Ordinal),
        ];
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ProcedureCheck>> OfAsync(string slug, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await db.Checks.AsNoTracking().Where(c => c.Slug == slug).OrderByDescending(c => c.CheckedAt).ThenByDescending(c => c.Id).Take(MostShown).ToListAsync(stop);
    }
}
