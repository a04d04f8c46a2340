using System.Text.Json;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Seed;

/// <summary>The demo city's files, as they are written in <c>demo/</c>.</summary>
internal sealed record DemoFiles(
    DemoFiles.CityFile City, DemoFiles.DivisionsFile Divisions, DemoFiles.PostsFile Posts, DemoFiles.StaffFile Staff, DemoFiles.TownsFile Towns)
{
    internal sealed record CityFile(IReadOnlyList<AuthorityEntry> Authorities, City Facts);

    internal sealed record AuthorityEntry(string Code, string Title, string Post);

    internal sealed record DivisionsFile(IReadOnlyList<Division> Divisions);

    internal sealed record PostsFile(IReadOnlyList<PostEntry> Posts);

    internal sealed record PostEntry(string Code, string Name, string? Division, string Rank, IReadOnlyList<string> Deputies, IReadOnlyList<GrantEntry> Grants);

    /// <param name="Scope"><c>"own"</c>, <c>"city"</c> or a list of codes.</param>
    internal sealed record GrantEntry(IReadOnlyList<string> Permissions, JsonElement Scope)
    {
        public string ScopeText => Scope.ValueKind == JsonValueKind.Array
            ? string.Join(' ', Scope.EnumerateArray().Select(d => d.GetString()))
            : Scope.GetString()!;
    }

    internal sealed record StaffFile(IReadOnlyList<StaffEntry> Staff);

    internal sealed record StaffEntry(string Id, string Name, string Kana, string? Division, bool SignsIn, IReadOnlyList<HoldingEntry> Holdings);

    internal sealed record HoldingEntry(string Post, DateOnly From, DateOnly? To);

    internal sealed record TownsFile(IReadOnlyList<Town> Towns);

    /// <exception cref="InvalidDataException">A file is missing or not as it should be; the message names it.</exception>
    public static async Task<DemoFiles> ReadAsync(string folder, CancellationToken stop) => new(
        new CityFile((await ReadAsync<Authorities>(folder, "city.json", stop)).List, await ReadAsync<City>(folder, "city.json", stop)),
        await ReadAsync<DivisionsFile>(folder, "divisions.json", stop),
        await ReadAsync<PostsFile>(folder, "posts.json", stop),
        await ReadAsync<StaffFile>(folder, "staff.json", stop),
        await ReadAsync<TownsFile>(folder, "towns.json", stop));

    private static async Task<T> ReadAsync<T>(string folder, string name, CancellationToken stop)
    {
        var path = Path.Combine(folder, name);
        try
        {
            await using var stream = File.OpenRead(path);
            return (await JsonSerializer.DeserializeAsync<T>(stream, JsonText.Options, stop))!;
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    private sealed record Authorities([property: System.Text.Json.Serialization.JsonPropertyName("authorities")] IReadOnlyList<AuthorityEntry> List);
}
