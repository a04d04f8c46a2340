using System.Security.Cryptography;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Signing;
using Madoguchi.Notices.Verification;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Verify;

/// <summary>Anybody who was shown a notice asks whether it is the city's: by its code, or by the file itself.</summary>
[Anyone]
internal sealed class VerifyNotice(NoticesDb db, ISigningKeys keys)
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly SemaphoreSlim Turns = new(AtOnce);

    /// <summary>Bytes a file may have.</summary>
    public const int FileLimit = 20 * 1024 * 1024;

    internal sealed record ByCode(string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn, NoticeValidity State, string Sha256);

    /// <param name="CoversWholeFile">Nothing stands outside the signed bytes.</param>
    /// <param name="Trusted">The certificate comes from this city's authority.</param>
    internal sealed record Signature(string Signer, DateTime? SignedAt, bool Valid, bool CoversWholeFile, bool Trusted);

    /// <param name="Known">This very file was issued by the city.</param>
    /// <param name="Intact">Signed by the city and unaltered since.</param>
    /// <param name="State">Null when the file is not known.</param>
    internal sealed record ByFile(bool Known, bool Intact, Signature? Signature, NoticeValidity? State, string Sha256, string? DocumentNumber, string? Title, string? Issuer, DateOnly? IssuedOn);

    /// <summary>Null when there is no such notice, or it is not issued yet.</summary>
    public async Task<ByCode?> CodeAsync(string? text, CancellationToken stop)
    {
        if (!Crockford.TryNormalise(text, out var code)) return null;
        var notice = await db.Issued.AsNoTracking().SingleOrDefaultAsync(n => n.VerificationCode == code, stop);
        return notice is null ? null : new ByCode(notice.DocumentNumber!, notice.Title, notice.Issuer!, notice.DatedOn!.Value, notice.Validity, notice.Sha256!);
    }

    /// <summary>Few at a time: each stands several times in memory, and anybody may hand one in.</summary>
    /// <exception cref="BusyException">Too many are waiting.</exception>
    public async Task<ByFile> FileAsync(Stream file, CancellationToken stop)
    {
        if (!await Turns.WaitAsync(Patience, stop)) throw new BusyException();
        try
        {
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, stop);
            return await FileAsync(bytes, stop);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<ByFile> FileAsync(byte[] file, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var notice = await db.Issued.AsNoTracking().FirstOrDefaultAsync(n => n.Sha256 == sha256, stop);
        var report = PdfVerifier.Verify(file, await keys.AuthoritiesAsync(stop));
        var signature = report is null ? null : new Signature(report.Signer, report.SignedAt, report.Unaltered, report.CoversWholeFile, report.Trusted);
        return new ByFile(
            notice is not null, report?.Intact ?? false, signature, notice?.Validity, sha256, notice?.DocumentNumber, notice?.Title, notice?.Issuer, notice?.DatedOn);
    }
}
