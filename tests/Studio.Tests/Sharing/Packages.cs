using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Sharing;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Studio.Tests.Sharing;

/// <summary>Files of another city.</summary>
internal static class Packages
{
    public const string OtherCity = "かもめ市";

    /// <summary>A procedure of the library as かもめ市 would hand it on: with its own name, telephone, post, symbol and people.</summary>
    public static byte[] Of(DemoCity city, string slug, Action<JsonObject>? change = null, int? edition = 4)
    {
        var text = city.Get<IDefinitions>().Library[slug].Definition.Replace("みなと台市", OtherCity, StringComparison.Ordinal).Replace("潮見県", "磯県", StringComparison.Ordinal);
        var definition = JsonNode.Parse(text)!.AsObject();
        definition["slug"] = slug + "-kamome";
        definition["title"] = new JsonObject { ["ja"] = definition["title"]!["ja"] + "（かもめ市）", ["en"] = "From Kamome", ["ja-easy"] = "かもめ{市|し}の{手続|てつづき}" };
        definition["kana"] = definition["kana"] + "カモメ";
        change?.Invoke(definition);
        return new ProcedurePackage(new PackageSource("999998", OtherCity, "Kamome City", "磯県", slug + "-kamome", edition, new DateOnly(2026, 11, 1)), Madoguchi.Studio.Editing.Definition.Parse(definition.ToJsonString()).Text).Write();
    }

    /// <summary>The file with something else written into it.</summary>
    public static byte[] With(this byte[] file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains(from, text);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    public static JsonElement Json(byte[] file) => JsonDocument.Parse(file).RootElement;

    public static async Task<Visitor> ImportAsync(this Visitor officer, byte[] file, string? division = null, string? slug = null)
    {
        await officer.GoAsync("/staff/studio/import");
        if (division is not null) officer.Fill("Division", division);
        if (slug is not null) officer.Fill("Slug", slug);
        return await officer.Attach("file", "tetsuzuki.json", file, "application/json").PressAsync("読み込む");
    }
}
