namespace Madoguchi.Procedures.Catalogue;

/// <summary>Name and prefecture of the city, for addresses that must lie in it. Null where nothing is configured.</summary>
internal sealed record CityFacts(string? Name, string? Prefecture)
{
    /// <summary>Reads <c>city.json</c> of the city's folder.</summary>
    public static CityFacts Read(string folder)
    {
        var file = Path.Combine(folder, "city.json");
        if (!File.Exists(file)) return new CityFacts(null, null);
        using var city = JsonDocument.Parse(File.ReadAllText(file));
        return new CityFacts(Text(city.RootElement, "name"), Text(city.RootElement, "prefecture"));
    }

    private static string? Text(JsonElement city, string key) => city.TryGetProperty(key, out var value) ? value.GetString() : null;
}
