using System.Text.Json;
using Madoguchi.Files.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Layout;
using Madoguchi.Notices.Pdf;
using Madoguchi.Notices.Reading;
using Madoguchi.Notices.Signing;
using Madoguchi.Notices.Templates;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Issue;

/// <summary>What other modules ask of this one.</summary>
[Anyone]
internal sealed class PreparedNotices(NoticesDb db, LetterData letters, Outbox outbox, IFiles files, NoticeFiles signed, OpenNotice open, TimeProvider clock) : INotices
{
    public async Task<Result<Guid>> PrepareAsync(NoticeRequest request, CancellationToken stop)
    {
        var notice = new Notice(Guid.CreateVersion7(), request, Crockford.Random(), letters.Fixed(request), clock.Now());
        if (await WhyNotAsync(notice, request, stop) is { } refusal) return refusal;

        db.Add(notice);
        outbox.Add(NoticeIssuer.OutboxKind, new NoticeToIssue(notice.Id));
        return notice.Id;
    }

    public async Task<Result> JudgeFileAsync(string fileId, CancellationToken stop)
    {
        var found = await files.FindAsync([fileId], stop);
        if (!found.TryGetValue(fileId, out var file) || file is not { MediaType: "application/pdf", State: not FileState.Refused }) return Refusals.NoticeFile;
        try
        {
            PdfSigner.Check(await SourceFile.ReadAsync(files, fileId, stop));
            return Result.Ok;
        }
        catch (PdfFault)
        {
            return Refusals.NoticeFile;
        }
    }

    public async Task<ILookup<string, NoticeSummary>> ListForAsync(IReadOnlyCollection<string> intakeNumbers, CancellationToken stop)
    {
        var notices = await db.OfMatters(intakeNumbers).AsNoTracking().OrderBy(n => n.PreparedAt).ThenBy(n => n.Id).ToListAsync(stop);
        return notices.Select(Summary).ToLookup(n => n.IntakeNumber);
    }

    public async Task<IReadOnlyDictionary<Guid, Func<Stream>>> FilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var issued = await db.Issued.AsNoTracking().Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, n.FileName }).ToListAsync(stop);
        return issued.ToDictionary(n => n.Id, n => new Func<Stream>(() => signed.Open(n.FileName!)));
    }

    public async Task<Result> TakeBackAsync(string intakeNumber, CancellationToken stop)
    {
        var waiting = await db.OfMatters([intakeNumber]).Where(n => n.AvailableAt == null).ToListAsync(stop);
        if (waiting.Any(n => n.Concludes && n.DocumentNumber is not null)) return Refusals.BeingIssued;
        db.RemoveRange(waiting.Where(n => n.DocumentNumber is null));
        return Result.Ok;
    }

    public Task OpenedAsync(Guid id, CancellationToken stop) => open.RecordAsync(id, stop);

    internal static NoticeSummary Summary(Notice n) => new(
        n.Id, n.IntakeNumber, n.DocumentNumber, n.Title, n.State, n.IssuedAt, n.AvailableAt, n.OpenedAt,
        n.DeliveredOn, n.Channel, n.State == NoticeState.Issued ? n.VerificationCode : null, n.Sha256, n.Validity, n.AccountId);

    /// <summary>Tried now, while the officer is there, so that the worker does not find the hole after the decision.</summary>
    private async Task<Refusal?> WhyNotAsync(Notice notice, NoticeRequest request, CancellationToken stop)
    {
        if (request.FileId is { } fileId) return (await JudgeFileAsync(fileId, stop)).Refusal;
        try
        {
            var day = clock.Today();
            Letter.Compose(request.TemplateName, request.Template ?? "", request.Kind, letters.Whole(notice, DocumentNumber.Write(request.Kind, request.Symbol, day, 0), day));
            return null;
        }
        catch (TemplateFault fault)
        {
            return Refusals.Incomplete(fault.Template, fault.Line, fault.Reason);
        }
        catch (JsonException)
        {
            return Refusals.Incomplete(request.TemplateName, 0, "result or answers are no JSON");
        }
    }
}
