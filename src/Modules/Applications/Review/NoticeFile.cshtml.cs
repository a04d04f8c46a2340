using Madoguchi.Files.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>基幹システムのPDF in place of the template.</summary>
[UploadLimit]
internal sealed class NoticeFilePage(ReadMatter read, ExpectedVersion expected, UseFile useFile, IFiles files, Database database) : MatterActPage(read, expected)
{
    public Task<IActionResult> OnGetAsync(string intakeNumber, CancellationToken stop) => OpenAsync(intakeNumber, MatterAct.UseFile, stop);

    /// <summary>The file is on disk before the transaction begins.</summary>
    [AppendOnly]
    public async Task<IActionResult> OnPostAsync(string intakeNumber, IFormFile? file, CancellationToken stop)
    {
        await ShowAsync(intakeNumber, stop);
        if (!Can(MatterAct.UseFile)) return Redirect(Url.Content(MatterHref));
        var stored = await StoreAsync(file, stop);
        if (!stored.Refused) await database.BeginAsync(stop);
        return await ActAsync(intakeNumber, "use-file", async () => stored.Refused ? stored : await useFile.RunAsync(intakeNumber, stored.Value.Id, stop), stop);
    }

    public Task<IActionResult> OnPostTakeBackAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "use-file", async () => await useFile.RunAsync(intakeNumber, null, stop), stop);

    private async Task<Result<StoredFile>> StoreAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null) return Refusals.Missing("file");
        await using var content = file.OpenReadStream();
        return await files.StoreAsync(content, file.FileName, file.ContentType, Actor.Id, stop);
    }
}
