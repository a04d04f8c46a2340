using System.Text.Json;
using Madoguchi.DesignSystem;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Data;
using Madoguchi.Directory.Domain;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Directory.SetTheme;

/// <summary>
/// The theme of now, kept in memory because every page asks. What this node publishes it shows at once; what another one
/// publishes within half a minute. The edition before stays for pages already sent.
/// </summary>
internal sealed class ThemeBoard(IServiceScopeFactory scopes, DirectoryBook book, PublicPages pages, TimeProvider clock, ILogger<ThemeBoard> log) : Watch(scopes, clock, log), ICityTheme, IStyleSheets
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private volatile Snapshot last = new(DateTime.MinValue, ShownTheme.Plain, ShownTheme.Plain);

    public CityTheme Current => last.Theme.City;

    StyleSheet IStyleSheets.Current => last.Theme.Sheet;

    public async ValueTask<StyleSheet?> FindAsync(string hash, CancellationToken stop = default) =>
        await SeekAsync(s => s.Sheet.Hash == hash ? s.Sheet : null, stop) ?? (hash == StyleSheet.Plain.Hash ? StyleSheet.Plain : null);

    public ValueTask<Picture?> PictureAsync(string hash, CancellationToken stop) => SeekAsync(s => s.Picture(hash), stop);

    protected override async Task LookAsync(Database database, CancellationToken stop)
    {
        var now = Clock.Now();
        var shown = last;
        var same = await ThemeReading.NewestAsync(database, stop) == shown.Theme.Id;
        var editions = same ? null : await ReadAsync(database, stop);
        // What was published here while the database was asked is newer than its answer.
        if (last != shown) return;
        if (editions is null) last = shown with { ReadAt = now };
        else Show(editions, now);
    }

    /// <summary>Shows an edition published just now.</summary>
    public void Show(ShownTheme theme) => Show([theme, last.Theme], Clock.Now());

    // What is not known may be what another node published a moment ago; asking for what nobody has costs one look a second.
    private async ValueTask<T?> SeekAsync<T>(Func<ShownTheme, T?> find, CancellationToken stop) where T : class
    {
        var shown = last;
        if ((find(shown.Theme) ?? find(shown.Before)) is { } found) return found;
        if (Clock.Now() - shown.ReadAt < Moment) return null;
        await LookAsync(stop);
        return find(last.Theme) ?? find(last.Before);
    }

    private void Show(IReadOnlyList<ShownTheme> editions, DateTime readAt)
    {
        var now = editions.ElementAtOrDefault(0) ?? ShownTheme.Plain;
        last = new(readAt, now, editions.ElementAtOrDefault(1) ?? ShownTheme.Plain);
        book.Show(now.Theme.Name);
        pages.Changed();
    }

    private static async Task<IReadOnlyList<ShownTheme>> ReadAsync(Database database, CancellationToken stop)
    {
        var editions = new List<ShownTheme>();
        foreach (var (id, settings) in await ThemeReading.LastTwoAsync(database, stop)) editions.Add(await MadeAsync(database, id, Read(settings), stop));
        return editions;
    }

    /// <summary>An edition with its pictures from the database.</summary>
    public static async Task<ShownTheme> MadeAsync(Database database, Guid id, Theme theme, CancellationToken stop)
    {
        var pictures = new List<Picture>();
        foreach (var facts in new[] { theme.Mark, theme.Top })
            if (await ThemeReading.PictureAsync(database, facts, stop) is { } picture) pictures.Add(picture);
        return new(id, theme, pictures);
    }

    public static Theme Read(string settings) => JsonSerializer.Deserialize<Theme>(settings, JsonText.Options)!;

    private sealed record Snapshot(DateTime ReadAt, ShownTheme Theme, ShownTheme Before);
}
