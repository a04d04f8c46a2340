using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Layout;

namespace Notices.Tests.Letters;

/// <summary>The library's templates with the sample that stands beside each.</summary>
internal static class Samples
{
    public static string Library { get; } = Find();

    public static IEnumerable<string> Names => System.IO.Directory
        .EnumerateFiles(Library, "*.sample.json", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Library, f)[..^".sample.json".Length].Replace("/notices/", "/"))
        .Order();

    public static JsonObject Data(string name)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Place(name, ".sample.json")))!.AsObject();
        var guidance = sample["appealGuidance"]!.GetValue<string>();
        sample["authority"] = JsonSerializer.SerializeToNode(new { city = "みなと台市", title = "みなと台市長", name = "港　太郎" });
        sample["appeal"] = JsonSerializer.SerializeToNode(AppealGuidance.Read(Library, Appeal(guidance)));
        var url = "https://madoguchi.example/verify?code=7K3M9QAZ2VXW4N8P";
        sample["verification"] = JsonSerializer.SerializeToNode(new { code = "7K3M9QAZ2VXW4N8P", codeGrouped = "7K3M-9QAZ-2VXW-4N8P", url, page = "madoguchi.example/verify", qr = QrImage.DataUri(url) });
        return sample;
    }

    public static string Html(string name, JsonObject? data = null) =>
        Letter.Compose(name, File.ReadAllText(Place(name, ".html")), JsonSerializer.SerializeToElement(data ?? Data(name)));

    private static NoticeAppeal? Appeal(string kind) => kind switch
    {
        "F" => null,
        "B" => new(kind, "潮見県知事", "みなと台市", "みなと台市長"),
        "C" => new(kind, "潮見県介護保険審査会", "みなと台市", "みなと台市長"),
        "D" => new(kind, "潮見県国民健康保険審査会", "みなと台市", "みなと台市長"),
        _ => new(kind, "みなと台市長", "みなと台市", "みなと台市長"),
    };

    private static string Place(string name, string ending) => Path.Combine(Library, name.Split('/')[0], "notices", name.Split('/')[1] + ending);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.Directory.Exists(Path.Combine(folder, "library"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "library");
    }
}
