using System.Security.Cryptography;
using Madoguchi.Files.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Data;
using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Layout;
using Madoguchi.Notices.Printing;
using Madoguchi.Notices.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Notices.Issue;

/// <summary>Payload of the outbox row.</summary>
internal sealed record NoticeToIssue(Guid Id);

/// <summary>
/// Issues a prepared notice: number in a short transaction, printing and signing in none, storing and publishing in another.
/// Stopped anywhere it begins again with the same number.
/// </summary>
internal sealed class NoticeIssuer(IServiceScopeFactory scopes, IPrinter printer, ISigningKeys keys, LetterData letters, NoticeFiles store, TimeProvider clock) : IOutboxSender
{
    public const string OutboxKind = "notices.issue";

    public string Kind => OutboxKind;

    public async Task SendAsync(OutboxMessage message, IServiceProvider services, CancellationToken stop)
    {
        if (await scopes.RunAsync(s => NumberAsync(s, message.Read<NoticeToIssue>().Id, stop), stop) is not { } notice) return;

        var issuer = letters.IssuerOf(notice, notice.DatedOn!.Value);
        var pdf = await PdfAsync(notice, services.GetRequiredService<IFiles>(), stop);
        var signed = PdfSigner.Sign(pdf, await keys.OfAsync(issuer, stop), notice.DocumentNumber!, clock.Now());
        var name = await store.StoreAsync(signed, stop);
        var published = await scopes.RunAsync(s => PublishAsync(s, notice.Id, issuer, name, Convert.ToHexStringLower(SHA256.HashData(signed)), stop), stop);
        if (!published) store.Remove(name);
    }

    /// <summary>The notice with its number; null when there is nothing left to do.</summary>
    private async Task<Notice?> NumberAsync(IServiceProvider services, Guid id, CancellationToken stop)
    {
        var today = clock.Today();
        var notice = await AllOf(services).SingleOrDefaultAsync(n => n.Id == id, stop);
        if (notice is null or { State: NoticeState.Issued }) return null;
        if (notice.DocumentNumber is null)
        {
            var number = await services.GetRequiredService<DocumentNumbers>().DrawAsync(notice.Kind, notice.Symbol, JapaneseDate.FiscalYear(today), stop);
            notice.TakeNumber(number, today);
        }

        return notice;
    }

    private Task<byte[]> PdfAsync(Notice notice, IFiles files, CancellationToken stop) => notice.SourceFileId is { } fileId
        ? SourceFile.ReadAsync(files, fileId, stop)
        : printer.PrintAsync(Letter.Compose(notice.TemplateName, notice.Template!, notice.Kind, letters.Whole(notice, notice.DocumentNumber!, notice.DatedOn!.Value)), stop);

    private static IQueryable<Notice> AllOf(IServiceProvider services) => services.GetRequiredService<NoticesDb>().VisibleTo(services.GetRequiredService<Actor>());

    private async Task<bool> PublishAsync(IServiceProvider services, Guid id, string issuer, string file, string sha256, CancellationToken stop)
    {
        var now = clock.Now();
        var notice = await AllOf(services).SingleAsync(n => n.Id == id, stop);
        if (notice.State == NoticeState.Issued) return false;

        notice.Issue(issuer, file, sha256, now);
        if (notice.Supersedes is { } earlier && await AllOf(services).SingleOrDefaultAsync(n => n.Id == earlier, stop) is { } old)
            old.Supersede(notice.Id, notice.SupersededBecomes!.Value);

        services.GetRequiredService<AuditTrail>().Record("notices.issue", "notice", notice.DocumentNumber!, new { notice.IntakeNumber, sha256 });
        await services.GetRequiredService<EventBus>().RaiseAsync(
            new NoticeIssued(id, notice.IntakeNumber, notice.Procedure, notice.Division, notice.DocumentNumber!, notice.Title, notice.Concludes, notice.Channel, notice.AccountId, now), stop);
        return true;
    }
}
