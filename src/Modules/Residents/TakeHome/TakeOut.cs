using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.Looked;

namespace Madoguchi.Residents.TakeHome;

/// <summary>自分のデータをダウンロードする: everything the city holds of the resident here, as one ZIP in formats anybody can read.</summary>
internal sealed class TakeOut(IResidents residents, ILetterBox letters, ReadLooks looks, IEnumerable<IOwnData> modules, Actor actor, AuditTrail audit, Localizer text, TimeProvider clock)
{
    private const int Page = 200;

    /// <summary>Recorded before the first byte leaves.</summary>
    public void Begin()
    {
        actor.RequireResident();
        audit.Record("residents.dataTaken", "account", actor.Id);
    }

    public async Task WriteAsync(Stream body, CancellationToken stop)
    {
        actor.RequireResident();
        var account = await residents.Of(actor.Id, stop) ?? throw new NotFoundException();
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        var archive = new OwnDataArchive(zip);
        var words = text["takeout.readme", ("time", DayWords.Moment(clock.Now(), text.Language))].ToString();
        await archive.AddFileAsync("README.txt", new MemoryStream(Encoding.UTF8.GetBytes(words.ReplaceLineEndings("\r\n"))), stop);
        await archive.AddJsonAsync("account.json", account, stop);
        await archive.AddJsonAsync("letters.json", LettersAsync(stop), stop);
        await archive.AddJsonAsync("looks.json", LooksAsync(stop), stop);
        foreach (var module in modules) await module.WriteAsync(actor.Id, archive, stop);
    }

    private async IAsyncEnumerable<LetterItem> LettersAsync([EnumeratorCancellation] CancellationToken stop)
    {
        string? after = null;
        do
        {
            (var page, after) = await letters.ReceivedAsync(actor.Id, after, Page, stop);
            foreach (var letter in page) yield return letter;
        }
        while (after is not null);
    }

    private async IAsyncEnumerable<object> LooksAsync([EnumeratorCancellation] CancellationToken stop)
    {
        string? after = null;
        do
        {
            (var page, after) = await looks.RunAsync(after, stop);
            foreach (var line in page) yield return new { line.Day, Division = line.Division?.Ref, Purpose = text[line.Purpose].ToString(), line.Thing?.Path, line.Thing?.Ground };
        }
        while (after is not null);
    }
}
