using System.Text;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Sharing;

/// <summary>Something wrong with a file: where, and what.</summary>
internal sealed record PackageFault(string Place, string Reason)
{
    private const int Most = 100;

    /// <summary>As many as a person reads; of the rest, how many there are.</summary>
    public static IReadOnlyList<PackageFault> Bounded(IReadOnlyList<PackageFault> faults) =>
        faults.Count <= Most ? faults : [.. faults.Take(Most), new PackageFault("", $"ほかに{faults.Count - Most:#,0}件の誤りがあります。上の誤りから直してください。")];
}

/// <summary>Opens a file another city wrote. It is taken whole or not at all; whatever is wrong with it is told at once.</summary>
internal sealed class PackageReader(IDefinitions definitions)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 66, AllowDuplicateProperties = false };
    private static readonly string[] Keys = ["format", "version", "source", "licence", "sha256", "definition"];
    private static readonly string[] SourceKeys = ["lgCode", "city", "english", "prefecture", "slug", "edition", "exportedOn"];

    public (ProcedurePackage? Package, IReadOnlyList<PackageFault> Faults) Read(byte[] file)
    {
        if (file.Length > ProcedurePackage.LargestFile) return Fault("", "ファイルが大きすぎます（2.2MBまで）。");
        if (file.AsSpan().StartsWith("PK"u8)) return Fault("", "圧縮されたファイル（zipなど）は読み込めません。書き出したままの .json ファイルを選んでください。");
        try
        {
            var bytes = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsMemory(3) : file;
            Strict.GetCharCount(bytes.Span);
            using var json = JsonDocument.Parse(bytes, Options);
            return Read(json.RootElement);
        }
        catch (JsonException e)
        {
            return Fault(e.LineNumber is { } line ? $"{line + 1}行目" : "", e.Message.Contains("uplicate", StringComparison.Ordinal) ? "同じキーが二度書かれています。" : "JSON として読めません。ファイルが途中で切れたか、書き換えられています。");
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidOperationException)
        {
            return Fault("", "文字が UTF-8 として正しくありません。");
        }
    }

    private (ProcedurePackage?, IReadOnlyList<PackageFault>) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "format") != ProcedurePackage.Format) return Fault("format", "手続の書き出しファイルではありません。");
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number < 1) return Fault("version", "形式の番号がありません。");
        if (number > ProcedurePackage.Version) return Fault("version", $"新しい形式（{number}）のファイルです。このプログラムを新しくしてから読み込んでください。");
        var faults = root.EnumerateObject().Where(p => !Keys.Contains(p.Name)).Select(p => new PackageFault(Short(p.Name), "この形式にないキーです。")).ToList();
        var source = SourceOf(root, faults);
        if (!root.TryGetProperty("definition", out var definition) || definition.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new PackageFault("definition", "手続の定義がありません。"));
            return (null, PackageFault.Bounded(faults));
        }

        var text = definition.GetRawText();
        if (Text(root, "sha256") != ProcedurePackage.HashOf(text)) faults.Add(new PackageFault("sha256", "中身が書き出した時と違います。書き出したままのファイルを選んでください。"));
        var read = definitions.Read(text);
        faults.AddRange(read.Faults.Select(f => new PackageFault(f.Place, WordsOf(f.Reason))));
        if (read.Edition is { } edition && source is not null && edition.Slug != source.Slug) faults.Add(new PackageFault("source.slug", "定義の slug と違います。"));
        return faults.Count > 0 || source is null ? (null, PackageFault.Bounded(faults)) : (new ProcedurePackage(source, Definition.Parse(text).Text), []);
    }

    /// <summary>What the reader of definitions finds, said to whoever handed the file over, not to whoever types.</summary>
    public static string WordsOf(string reason) => reason switch
    {
        "unknown key" => "この形式にないキーです。",
        "is missing" => "要るものが書かれていません。",
        _ => FaultWords.Of(reason, _ => null, null),
    };

    private static PackageSource? SourceOf(JsonElement root, List<PackageFault> faults)
    {
        if (!root.TryGetProperty("source", out var source) || source.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new PackageFault("source", "どの市から来たかが書かれていません。"));
            return null;
        }

        var before = faults.Count;
        faults.AddRange(source.EnumerateObject().Where(p => !SourceKeys.Contains(p.Name)).Select(p => new PackageFault($"source.{Short(p.Name)}", "この形式にないキーです。")));
        var names = ((string[])["city", "english", "prefecture"]).ToDictionary(k => k, k => Text(source, k) ?? "");
        foreach (var (key, value) in names)
            if (value.Length > 60 || !TextRules.IsClean(value) || value.Contains('<') || (key == "city" && value.Length < 2)) faults.Add(new PackageFault($"source.{key}", "市の名として読めません。"));
        if (Text(source, "lgCode") is not { Length: 6 } code || !code.All(char.IsAsciiDigit)) faults.Add(new PackageFault("source.lgCode", "全国地方公共団体コード（6桁）がありません。"));
        if (Text(source, "slug") is not { Length: > 0 and <= 80 } slug) faults.Add(new PackageFault("source.slug", "手続の名札がありません。"));
        int? edition = null;
        if (source.TryGetProperty("edition", out var given))
        {
            if (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var known) && known > 0) edition = known;
            else faults.Add(new PackageFault("source.edition", "版の番号として読めません。"));
        }

        if (!DateOnly.TryParseExact(Text(source, "exportedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) faults.Add(new PackageFault("source.exportedOn", "書き出した日がありません。"));
        return faults.Count > before ? null : new PackageSource(Text(source, "lgCode")!, names["city"], names["english"], names["prefecture"], Text(source, "slug")!, edition, day);
    }

    private static string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string name) => DraftStep.Short(string.Concat(name.Where(c => !char.IsControl(c))), 40);

    private static (ProcedurePackage?, IReadOnlyList<PackageFault>) Fault(string place, string reason) => (null, [new PackageFault(place, reason)]);
}
