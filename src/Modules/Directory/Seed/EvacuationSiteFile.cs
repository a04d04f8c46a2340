using System.Globalization;
using System.Text.Json;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Seed;

/// <summary>
/// 指定緊急避難場所一覧 as a file: <c>{"sites": [{"名称": …}]}</c> with the column names of 自治体標準オープンデータセット,
/// so that a city writes down what it publishes anyway. Columns not named here are left alone.
/// </summary>
internal static class EvacuationSiteFile
{
    private const int Longest = 300;

    private static readonly (string Column, Disaster Kind)[] Kinds =
    [
        ("災害種別_洪水", Disaster.Flood), ("災害種別_崖崩れ、土石流及び地滑り", Disaster.Landslide), ("災害種別_高潮", Disaster.StormSurge), ("災害種別_地震", Disaster.Earthquake),
        ("災害種別_津波", Disaster.Tsunami), ("災害種別_大規模な火事", Disaster.Fire), ("災害種別_内水氾濫", Disaster.InlandFlood), ("災害種別_火山現象", Disaster.Volcano),
    ];

    /// <exception cref="StartRefusedException">The file cannot be read or says something impossible; the message names the place.</exception>
    public static async Task<IReadOnlyList<EvacuationSite>> ReadAsync(string file, CancellationToken stop)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: stop);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("sites", out var sites) || sites.ValueKind != JsonValueKind.Array)
                throw new FormatException("$.sites: 避難場所の並び（[ ]）がありません");
            return [.. sites.EnumerateArray().Select((site, i) => Read(site, $"$.sites[{i}]"))];
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or IOException)
        {
            throw new StartRefusedException($"避難場所の一覧を読めません。{file} — {fault.Message}");
        }
    }

    private static EvacuationSite Read(JsonElement site, string place)
    {
        if (site.ValueKind != JsonValueKind.Object) throw new FormatException($"{place}: 一件は {{ }} で書いてください");
        var safeFrom = Kinds.Where(k => IsMarked(site, place, k.Column)).Select(k => k.Kind).ToList();
        if (safeFrom.Count == 0) throw new FormatException($"{place}: 災害種別のどれかに \"1\" を書いてください");
        return new EvacuationSite(
            Required(site, place, "名称"), Text(site, place, "名称_カナ"), Text(site, place, "名称_英字"), Required(site, place, "所在地_連結表記"), Text(site, place, "電話番号"),
            safeFrom, IsMarked(site, place, "指定避難所との重複"), Capacity(site, place), Text(site, place, "備考"));
    }

    private static string Required(JsonElement site, string place, string column) =>
        Text(site, place, column) is { Length: > 0 } text ? text : throw new FormatException($"{place}.{column}: 空です");

    private static string Text(JsonElement site, string place, string column)
    {
        if (!site.TryGetProperty(column, out var value) || value.ValueKind == JsonValueKind.Null) return "";
        if (value.ValueKind != JsonValueKind.String) throw new FormatException($"{place}.{column}: \" \" で囲んでください");
        var text = TextRules.Normalise(value.GetString()!).Trim();
        return text.Length <= Longest ? text : throw new FormatException($"{place}.{column}: {Longest}文字までです");
    }

    private static bool IsMarked(JsonElement site, string place, string column) => Text(site, place, column) switch
    {
        "1" => true,
        "" => false,
        var other => throw new FormatException($"{place}.{column}: \"1\" か空にしてください（\"{other}\" とあります）"),
    };

    private static int? Capacity(JsonElement site, string place)
    {
        const string Column = "想定収容人数";
        if (site.TryGetProperty(Column, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0) return number;
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
            if (text.Length == 0) return null;
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return number;
        throw new FormatException($"{place}.{Column}: 0以上の整数で書いてください");
    }
}
