using System.Text.Json;
using Madoguchi.Applications.Apply;
using Madoguchi.Files.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

/// <summary>The resident's matters with history, attached files and opened notices, and the forms begun, for the file they take home.</summary>
internal sealed class OwnMatterData(ApplicationsDb db, ApplicationViews views, HistoryReader history, INotices notices, IFiles files, Actor actor) : IOwnData
{
    private const int Page = 50;

    public async Task WriteAsync(string account, OwnDataArchive archive, CancellationToken stop)
    {
        var (at, id) = ((DateTime?)null, (Guid?)null);
        while (true)
        {
            var page = await db.VisibleTo(actor).AsNoTracking().Where(a => a.Account == account)
                .PageBy(a => a.ArrivedAt, a => a.Id, at, id, descending: true).Take(Page).ToListAsync(stop);
            await WritePageAsync(page, archive, stop);
            if (page.Count < Page) break;
            (at, id) = (page[^1].ArrivedAt, page[^1].Id);
        }

        var begun = db.SavedForms.AsNoTracking().Where(f => f.Account == account && f.SubmittedAs == null).OrderBy(f => f.UpdatedAt)
            .Select(f => new { f.Procedure, f.ProcedureEdition, f.Answers, f.UpdatedAt });
        await archive.AddJsonAsync("saved-forms.json", Shown(begun.AsAsyncEnumerable(), f => new { f.Procedure, f.ProcedureEdition, Answers = JsonSerializer.Deserialize<JsonElement>(f.Answers), f.UpdatedAt }), stop);
    }

    private async Task WritePageAsync(List<Application> page, OwnDataArchive archive, CancellationToken stop)
    {
        var events = await history.OfManyAsync(page, stop);
        var issued = await notices.ListForAsync([.. page.Select(a => a.IntakeNumber)], stop);
        // To open a notice is an act of its own: what has not been opened stays where it is.
        var read = page.SelectMany(a => issued[a.IntakeNumber]).Where(n => n.AvailableAt is not null && (n.OpenedAt is not null || n.Channel == NoticeChannel.Paper)).ToList();
        var signed = await notices.FilesAsync([.. read.Select(n => n.Id)], stop);
        foreach (var application in page)
        {
            var folder = $"applications/{application.IntakeNumber}";
            var own = read.Where(n => n.IntakeNumber == application.IntakeNumber && signed.ContainsKey(n.Id)).ToList();
            await archive.AddJsonAsync($"{folder}/application.json", new { Application = views.Of(application), History = events[application.Id], Notices = own }, stop);
            foreach (var notice in own)
            {
                await using var pdf = signed[notice.Id]();
                await archive.AddFileAsync($"{folder}/notices/{notice.DocumentNumber}.pdf", pdf, stop);
            }

            await WriteAttachmentsAsync(application, folder, archive, stop);
        }
    }

    private async Task WriteAttachmentsAsync(Application application, string folder, OwnDataArchive archive, CancellationToken stop)
    {
        foreach (var (i, file) in Attaching.Of(application).DistinctBy(f => f.FileId).Index())
        {
            await using var content = await files.OpenAsync(file.FileId, stop);
            if (content is not null) await archive.AddFileAsync($"{folder}/files/{i + 1}-{file.Name}", content, stop);
        }
    }

    private static async IAsyncEnumerable<TShown> Shown<T, TShown>(IAsyncEnumerable<T> rows, Func<T, TShown> show)
    {
        await foreach (var row in rows) yield return show(row);
    }
}
