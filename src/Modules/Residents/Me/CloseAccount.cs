using Madoguchi.Residents.Accounts;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Residents.Me;

/// <summary>The resident closes the account, once nothing is under way any more.</summary>
internal sealed class CloseAccount(ResidentsDb db, Actor actor, AccountBook book, IEnumerable<IAccountTies> ties, EventBus events, Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What must come to its end first.</summary>
    public async Task<IReadOnlyList<AccountTie>> TiesAsync(CancellationToken stop)
    {
        actor.RequireResident();
        var found = new List<AccountTie>();
        foreach (var module in ties) found.AddRange(await module.OfAsync(actor.Id, stop));
        return found;
    }

    public async Task<Result> RunAsync(bool sure, CancellationToken stop)
    {
        actor.RequireResident();
        if (!sure) return Refusal.Invalid(new FieldError("sure", "account-sure"));
        if ((await TiesAsync(stop)).Count > 0) return AccountRefusals.Tied;

        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == actor.Id && a.ClosedAt == null, stop) ?? throw new NotFoundException();
        account.Close(clock.Now());
        await events.RaiseAsync(new AccountClosed(account.Id), stop);
        audit.Record("residents.accountClosed", "account", account.Id);
        database.AfterCommit(() => book.Forget(account.Id));
        return Result.Ok;
    }
}
