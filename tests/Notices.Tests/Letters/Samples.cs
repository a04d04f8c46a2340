using System.Text.Json.Nodes;
using Madoguchi.Kernel.Settings;
using Madoguchi.Notices.Issue;

namespace Notices.Tests.Letters;

/// <summary>The library's letters.</summary>
internal static class Samples
{
    public static string Root { get; } = Find();

    public static LetterTrials Trials { get; } = new(new CityOptions { VocabularyFolder = Path.Combine(Root, "vocabulary") });

    public static IEnumerable<string> Names => System.IO.Directory.EnumerateFiles(Path.Combine(Root, "library"), "*.json").Order()
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .SelectMany(slug => Notices(slug).Select(n => $"{slug}/{n.Key}"));

    /// <summary>The blocks of a letter as JSON.</summary>
    public static string Body(string name) => Notices(name.Split('/')[0])[name.Split('/')[1]]!["body"]!.ToJsonString();

    private static JsonObject Notices(string slug) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "library", slug + ".json")))!["notices"]!.AsObject();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.Directory.Exists(Path.Combine(folder, "library")) || !File.Exists(Path.Combine(folder, "Madoguchi.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
