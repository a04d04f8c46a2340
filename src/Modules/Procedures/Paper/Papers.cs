using System.Security.Cryptography;
using System.Text;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Data;

namespace Madoguchi.Procedures.Paper;

/// <summary>An empty form before it is printed; <c>Hash</c> changes with everything that stands on it.</summary>
internal sealed record EmptyPaper(string Html, string Hash);

/// <summary>
/// Prints one form at a time, so that whoever asks for all of them does not keep letters waiting. Empty ones are kept in <c>papers/</c>
/// of the data folder, filled ones never.
/// </summary>
[Anyone]
internal sealed class Papers(CityStore store, IProcedures procedures, IDirectory directory, IPaperPrinter printer, Texts texts, CityOptions options, TimeProvider clock) : IPapers, IDisposable
{
    private const int MostWaiting = 8;
    private const int MostKept = 400;
    private readonly string folder = Path.Combine(options.DataFolder, "papers");
    private readonly SemaphoreSlim one = new(1);
    private int waiting;

    /// <exception cref="NotFoundException">No such procedure.</exception>
    public EmptyPaper Empty(string slug, Language language)
    {
        var html = Write(procedures.Find(slug) ?? throw new NotFoundException(), null, null, clock.Today(), language);
        return new EmptyPaper(html, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..32]);
    }

    /// <exception cref="BusyException">Too many are waiting, or the printer cannot print now.</exception>
    public async Task<byte[]> PrintAsync(EmptyPaper paper, CancellationToken stop)
    {
        var file = Path.Combine(folder, paper.Hash + ".pdf");
        if (File.Exists(file)) return await File.ReadAllBytesAsync(file, stop);
        return await InTurnAsync(async () =>
        {
            if (File.Exists(file)) return await File.ReadAllBytesAsync(file, stop);
            var pdf = await printer.PrintAsync(paper.Html, stop);
            await KeepAsync(file, pdf, stop);
            return pdf;
        }, stop);
    }

    public Task<byte[]> PrintAsync(ProcedureEdition edition, JsonElement answers, Guid savedForm, DateOnly today, Language language, CancellationToken stop) =>
        InTurnAsync(() => printer.PrintAsync(Write(edition, answers, savedForm, today, language), stop), stop);

    public void Dispose() => one.Dispose();

    private async Task<byte[]> InTurnAsync(Func<Task<byte[]>> print, CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting) throw new BusyException();
            await one.WaitAsync(stop);
            try
            {
                return await print();
            }
            catch (PaperFault)
            {
                throw new BusyException();
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private string Write(ProcedureEdition edition, JsonElement? answers, Guid? savedForm, DateOnly today, Language language)
    {
        var kept = EditionReading.Read(store, edition.Slug, edition.Number) ?? throw new NotFoundException();
        using var definition = JsonDocument.Parse(kept.Definition);
        var contact = directory.Division(edition.Division) is { } division
            ? new PaperContact(language == Language.En ? division.English : division.Name, division.Telephone, division.Hours, division.Address)
            : new PaperContact(directory.City.Name, directory.City.Telephone, directory.City.Hours, null);
        var source = new PaperSource(edition, definition.RootElement, answers, today, contact);
        return PaperForm.Write(source, texts, language, printer.QrCode(source.Address(options.PublicUrl, savedForm)));
    }

    private async Task KeepAsync(string file, byte[] pdf, CancellationToken stop)
    {
        var kept = System.IO.Directory.CreateDirectory(folder).GetFiles("*.pdf");
        if (kept.Length >= MostKept)
            foreach (var old in kept.OrderBy(f => f.LastWriteTimeUtc).Take(MostKept / 4)) old.Delete();
        var temporary = file + ".part";
        await File.WriteAllBytesAsync(temporary, pdf, stop);
        File.Move(temporary, file, overwrite: true);
    }
}
