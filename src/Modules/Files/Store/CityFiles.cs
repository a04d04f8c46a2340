using Madoguchi.Files.Contracts;
using Madoguchi.Files.Domain;
using Madoguchi.Files.Open;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Files.Store;

/// <summary>The register of files over the file room.</summary>
[Anyone]
internal sealed class CityFiles(Lazy<FilesDb> register, Database database, FileRoom room, TimeProvider clock, CityOptions options, IServiceScopeFactory scopes) : IFiles
{
    public async Task<IReadOnlyDictionary<string, StoredFile>> FindAsync(IReadOnlyCollection<string> fileIds, CancellationToken stop = default)
    {
        var found = new Dictionary<string, StoredFile>();
        foreach (var sample in Samples(fileIds)) found[sample.Id] = sample;
        var ids = fileIds.Select(IdOf).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0) return found;
        var rows = await register.Value.All.AsNoTracking().Where(f => ids.Contains(f.Id))
            .GroupJoin(register.Value.Links, f => f.Id, l => l.FileId, (file, links) => new { file, links })
            .SelectMany(x => x.links.DefaultIfEmpty(), (x, link) => new { x.file, link }).ToListAsync(stop);
        foreach (var row in rows) found[row.file.Id.ToString("N")] = row.file.ToStored(row.link);
        return found;
    }

    public void Link(string fileId, string subjectKind, string subjectId)
    {
        if (SampleFiles.IsSample(fileId)) return;
        register.Value.Add(new FileLink
        {
            FileId = IdOf(fileId) ?? throw new ArgumentException("Not the id of a file", nameof(fileId)),
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            LinkedAt = clock.Now(),
        });
    }

    public async Task<Result<StoredFile>> StoreAsync(Stream content, string name, string mediaType, string owner, CancellationToken stop = default)
    {
        var received = await room.ReceiveAsync(content, name, mediaType, stop);
        if (received.Refused) return received.Refusal;
        if (database.InTransaction) return Keep(received.Value, owner);
        return await scopes.RunAsync(services => Task.FromResult(services.GetRequiredService<CityFiles>().Keep(received.Value, owner)), stop);
    }

    public async Task<Stream?> OpenAsync(string fileId, CancellationToken stop = default)
    {
        if (SampleFiles.IsSample(fileId)) return options.Demo ? Sample.Open(fileId) : null;
        if (IdOf(fileId) is not { } id) return null;
        var place = await register.Value.All.Where(f => f.Id == id).Select(f => f.Place).FirstOrDefaultAsync(stop);
        return place is null ? null : room.Open(place);
    }

    /// <summary>Gives a received file its place and its row in the acting transaction.</summary>
    internal StoredFile Keep(Received received, string owner)
    {
        var file = new CityFile
        {
            Id = Guid.CreateVersion7(),
            Name = received.Name,
            MediaType = received.MediaType,
            Size = received.Size,
            Sha256 = received.Sha256,
            State = FileState.Clean,
            Owner = owner,
            Place = room.Keep(received),
            StoredAt = clock.Now(),
        };
        register.Value.Add(file);
        return file.ToStored(null);
    }

    private IEnumerable<StoredFile> Samples(IEnumerable<string> fileIds) =>
        options.Demo ? fileIds.Where(SampleFiles.IsSample).Distinct().Select(Sample.Of) : [];

    // One way of writing an id: other spellings of the same Guid are unknown files.
    private static Guid? IdOf(string fileId) => Guid.TryParseExact(fileId, "N", out var id) && fileId == id.ToString("N") ? id : null;
}
