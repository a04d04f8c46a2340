using Madoguchi.Messaging.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Issue;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Reading;

/// <summary>The notices of a matter, and one notice's file, for those who may see them.</summary>
[Anyone]
internal sealed class ReadNotices(NoticesDb db, Actor actor, IEnumerable<IApplicationReaders> readers, OpenNotice open, AuditTrail audit, NoticeFiles files)
{
    internal sealed record Item(
        Guid Id, string? DocumentNumber, string Title, NoticeState State, DateTime? IssuedAt, DateTime? AvailableAt, DateTime? OpenedAt, DateOnly? DeliveredOn,
        NoticeChannel Channel, string? VerificationCode, string? Sha256);

    internal sealed record Page(IReadOnlyList<Item> Items, string? Next);

    internal sealed record SignedFile(Stream Content, string Name);

    public async Task<Page> OfAsync(string? application, CancellationToken stop)
    {
        if (!IntakeNumber.TryParse(application, null, out var number)) return new Page([], null);

        var intake = number.ToString();
        var notices = await MaySeeMatterAsync(intake, stop) ? db.Available : db.VisibleTo(actor);
        var found = await notices.AsNoTracking().Where(n => n.IntakeNumber == intake).OrderBy(n => n.PreparedAt).ThenBy(n => n.Id).ToListAsync(stop);
        if (actor.IsStaff) audit.Viewed("application", intake, new { What = "notices" }, found.FirstOrDefault()?.AccountId);
        return new Page([.. found.Select(n => Of(PreparedNotices.Summary(n)))], null);
    }

    /// <param name="idOrNumber">Id, or the document number.</param>
    /// <param name="prefetch">Asked for ahead of the reader: not an opening.</param>
    /// <exception cref="NotFoundException">Not there, not to be seen yet, or not the caller's.</exception>
    public async Task<SignedFile> FileAsync(string idOrNumber, bool prefetch, CancellationToken stop)
    {
        var notice = await FindAsync(idOrNumber, stop) ?? throw new NotFoundException();
        if (actor.IsStaff) audit.Viewed("notice", notice.DocumentNumber!, concerns: notice.AccountId);
        else if (!prefetch && notice.AccountId == actor.Id && notice.OpenedAt is null) await open.RecordAsync(notice.Id, stop);
        return new SignedFile(files.Open(notice.FileName!), notice.DocumentNumber + ".pdf");
    }

    private async Task<Notice?> FindAsync(string idOrNumber, CancellationToken stop)
    {
        var issued = db.Issued.AsNoTracking();
        var notice = Guid.TryParse(idOrNumber, out var id)
            ? await issued.SingleOrDefaultAsync(n => n.Id == id, stop)
            : await issued.SingleOrDefaultAsync(n => n.DocumentNumber == idOrNumber, stop);
        if (notice is null) return null;

        return await db.VisibleTo(actor).AnyAsync(n => n.Id == notice.Id, stop) || (notice.AvailableAt is not null && await MaySeeMatterAsync(notice.IntakeNumber, stop)) ? notice : null;
    }

    /// <summary>A representative sees what has been given out in the matters they may see.</summary>
    private async Task<bool> MaySeeMatterAsync(string intakeNumber, CancellationToken stop)
    {
        if (!actor.IsResident) return false;
        foreach (var reader in readers)
            if (await reader.MaySeeAsync(intakeNumber, stop)) return true;
        return false;
    }

    private static Item Of(NoticeSummary n) => new(
        n.Id, n.DocumentNumber, n.Title, n.State, n.IssuedAt, n.AvailableAt, n.OpenedAt, n.DeliveredOn, n.Channel, n.VerificationCode, n.Sha256);
}
