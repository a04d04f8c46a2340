using System.Text.Json.Serialization;
using Madoguchi.Residents.Accounts;
using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Residents.Me;

/// <summary>The resident chooses how results arrive: electronic or paper (デジタル手続法7条1項).</summary>
internal sealed class ChooseNotices(ResidentsDb db, Actor actor, AccountBook book, Database database, AuditTrail audit)
{
    internal sealed record Input([property: JsonRequired] NoticeBy NoticeBy);

    public async Task<ShowMe.Me> RunAsync(Input input, CancellationToken stop)
    {
        actor.RequireResident();

        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == actor.Id && a.ClosedAt == null, stop) ?? throw new NotFoundException();
        if (account.ChooseNotices(input.NoticeBy))
        {
            audit.Record("residents.chooseNotices", "account", account.Id, new { input.NoticeBy });
            database.AfterCommit(() => book.Forget(account.Id));
        }

        return ShowMe.Resident(account.ToContract());
    }
}
