using Madoguchi.Residents.Accounts;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Residents.Me;

/// <summary>The resident says how to be reached: telephone, mail or not, in which language, results electronic or on paper.</summary>
internal sealed class ChangeContact(ResidentsDb db, Actor actor, AccountBook book, Database database, AuditTrail audit, TimeProvider clock)
{
    internal sealed record Input(string? Phone, bool TakesMail, string? Language, NoticeBy? NoticeBy);

    public async Task<Result> RunAsync(Input input, CancellationToken stop)
    {
        actor.RequireResident();
        var phone = string.IsNullOrWhiteSpace(input.Phone) ? "" : TextRules.IsClean(input.Phone) ? TextRules.Telephone(input.Phone) : null;
        if (phone is null) return Refusal.Invalid(new FieldError("phone", "telephone"));
        if (Languages.Parse(input.Language ?? "") is not { } language) return Refusal.Invalid(new FieldError("language", "missing"));
        if (input.NoticeBy is not { } results) return Refusal.Invalid(new FieldError("noticeBy", "missing"));

        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == actor.Id && a.ClosedAt == null, stop) ?? throw new NotFoundException();
        account.ChangeContact(phone, input.TakesMail, language, results, clock.Now());
        audit.Record("residents.contactChanged", "account", account.Id, new { input.TakesMail, language, results });
        database.AfterCommit(() => book.Forget(account.Id));
        return Result.Ok;
    }
}
