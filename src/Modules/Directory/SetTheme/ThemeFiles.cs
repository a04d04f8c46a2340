using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Data;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Directory.SetTheme;

/// <summary>
/// At start: publishes the theme of the files in <c>theme/</c> of the data folder when they changed, then opens the board.
/// What an officer published afterwards stays until the files change again.
/// </summary>
internal sealed class ThemeFiles(IServiceScopeFactory scopes, CityOptions options, ThemeBoard board, JudgeTheme judge, Texts texts, TimeProvider clock) : IStartup
{
    private static readonly JsonSerializerOptions Strict = new(JsonText.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private sealed record ThemeFile(ShownName? Name, ColourEntry? Colours, string? Mark, PictureEntry? Picture, CityWords? Greeting);

    private sealed record ColourEntry(string? Key, string? Hover, string? Active, string? Pale, string? Soft, string? Deep);

    private sealed record PictureEntry(string File, CityWords Text);

    public async Task StartAsync(CancellationToken stop)
    {
        var path = Path.Combine(options.DataFolder, "theme", "theme.json");
        if (File.Exists(path)) await PublishAsync(path, stop);
        await board.LookAsync(stop);
    }

    private async Task PublishAsync(string path, CancellationToken stop)
    {
        var input = Read(path, out var source);
        await using (var scope = scopes.CreateAsyncScope())
            if (await ThemeReading.SourceAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop) == source) return;

        var judged = judge.Judge(input, Theme.Plain);
        if (judged.Errors.Count > 0)
        {
            var faults = judged.Errors.Select(e => $"  {e.Field}: {texts.Get(Language.Ja, $"error.{e.Code}", e.Arguments)}");
            throw new StartRefusedException($"見た目のファイルに誤りがあります: {path}\n{string.Join('\n', faults)}");
        }

        await scopes.RunAsync(async services =>
        {
            var edition = await services.GetRequiredService<ThemeDrafts>().KeepAsync(judged.Theme, judged.Pictures, "files", source, stop);
            (edition.PublishedAt, edition.PublishedBy) = (clock.Now(), "files");
            services.GetRequiredService<AuditTrail>().Record("directory.themePublished", "theme", edition.Id.ToString(), new { Source = source });
        }, stop);
    }

    private static ThemeInput Read(string path, out string source)
    {
        try
        {
            var json = File.ReadAllBytes(path);
            var file = JsonSerializer.Deserialize<ThemeFile>(json, Strict) ?? throw new JsonException("null");
            var (mark, top) = (Beside(path, file.Mark), Beside(path, file.Picture?.File));
            source = Convert.ToHexStringLower(SHA256.HashData([.. json, .. mark ?? [], .. top ?? []]));
            var (name, colours, text, greeting) = (file.Name, file.Colours, file.Picture?.Text, file.Greeting);
            return new(
                name?.Ja, name?.Kana, name?.En, name?.Easy, colours?.Key, colours?.Hover, colours?.Active, colours?.Pale, colours?.Soft, colours?.Deep,
                mark, RemoveMark: false, top, RemoveTop: false, text?.Ja, text?.En, text?.Easy, greeting?.Ja, greeting?.En, greeting?.Easy);
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new StartRefusedException($"見た目のファイルを読めません: {path}: {fault.Message}");
        }
    }

    // The name of a file in the same folder, never a way out of it.
    private static byte[]? Beside(string path, string? name) =>
        name is null ? null : File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(name)));
}
