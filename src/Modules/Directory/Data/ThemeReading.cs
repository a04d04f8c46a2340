using Madoguchi.Directory.Domain.Themes;

namespace Madoguchi.Directory.Data;

/// <summary>What is shown now, by plain SQL: the first page after a start must not wait for a model.</summary>
internal static class ThemeReading
{
    /// <summary>The edition of now and the one before it.</summary>
    public static Task<List<(Guid Id, string Settings)>> LastTwoAsync(Database database, CancellationToken stop) => database.ListAsync(
        "select id, settings from directory_themes where published_at is not null order by published_at desc, id desc limit 2",
        r => (r.GetGuid(0), r.GetString(1)), stop);

    public static async Task<Guid?> NewestAsync(Database database, CancellationToken stop) =>
        (await database.ListAsync("select id from directory_themes where published_at is not null order by published_at desc, id desc limit 1", r => (Guid?)r.GetGuid(0), stop)).FirstOrDefault();

    /// <summary>Hash of the files the newest edition made from files came from.</summary>
    public static async Task<string?> SourceAsync(Database database, CancellationToken stop) =>
        await database.ScalarAsync("select source from directory_themes where source is not null order by published_at desc, id desc limit 1", stop) as string;

    public static async Task<Picture?> PictureAsync(Database database, PictureFacts? facts, CancellationToken stop) =>
        facts is not null && await database.ScalarAsync("select content from directory_pictures where hash = @hash", stop, ("@hash", facts.Hash)) is string content
            ? new Picture(facts, Convert.FromBase64String(content))
            : null;
}
