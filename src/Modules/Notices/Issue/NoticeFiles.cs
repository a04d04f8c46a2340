using System.Security.Cryptography;

namespace Madoguchi.Notices.Issue;

/// <summary>The signed files, under random names in <c>notices/</c> of the data folder: whole on disk before the row that names them.</summary>
internal sealed class NoticeFiles(CityOptions options)
{
    private readonly string folder = Path.Combine(options.DataFolder, "notices");

    public async Task<string> StoreAsync(byte[] pdf, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(folder);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + ".pdf";
        var temporary = Path.Combine(folder, name + ".part");
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(pdf, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path.Combine(folder, name));
        return name;
    }

    public Stream Open(string name) => new FileStream(Path.Combine(folder, Path.GetFileName(name)), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);

    public void Remove(string name) => File.Delete(Path.Combine(folder, Path.GetFileName(name)));
}
