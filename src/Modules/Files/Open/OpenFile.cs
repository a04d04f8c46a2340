using Madoguchi.Files.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Files.Open;

/// <summary>
/// Opens a file for its owner while it is unattached, afterwards for those who may see its subject; for everybody else it is not there.
/// Given out as a download only, so that a browser never runs what a stranger sent.
/// </summary>
[Anyone]
internal sealed class OpenFile(IFiles files, Actor actor, IEnumerable<IFileReaders> readers, AuditTrail audit, ILogger<OpenFile> log)
{
    public async Task<IResult> RunAsync(HttpContext context, string fileId)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        var stop = context.RequestAborted;
        var file = (await files.FindAsync([fileId], stop)).GetValueOrDefault(fileId);
        if (file is not { State: FileState.Clean } || !await MaySeeAsync(file, stop)) throw new NotFoundException();
        if (await files.OpenAsync(fileId, stop) is not { } content)
        {
            log.LogError("File {FileId} is registered but not in the file room", fileId);
            throw new NotFoundException();
        }

        if (actor.IsStaff && file.Owner != actor.Id) audit.Viewed("file", file.Id, new { file.SubjectKind, file.SubjectId }, file.Owner.Length > 0 ? file.Owner : null);
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        return Results.Stream(content, file.MediaType, file.Name);
    }

    private async Task<bool> MaySeeAsync(StoredFile file, CancellationToken stop)
    {
        if (SampleFiles.IsSample(file.Id)) return true;
        if (file.SubjectKind is null) return file.Owner == actor.Id;
        return readers.FirstOrDefault(r => r.SubjectKind == file.SubjectKind) is { } reader && await reader.MaySeeAsync(file.SubjectId!, stop);
    }
}
