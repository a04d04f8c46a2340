using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Testing.Processes;

namespace Architecture.Tests;

/// <summary>Every sentence a resident can meet exists in ja, en and ja-easy, with the same arguments.</summary>
public sealed class TextTests
{
    [Fact]
    public void Every_resident_sentence_exists_in_three_languages() =>
        System.IO.Directory.EnumerateDirectories(Repository.File("src"), "Text", SearchOption.AllDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, "ja.json")))
            .SelectMany(folder => Missing(Path.GetRelativePath(Repository.Root, folder), Read(folder, "ja"), Read(folder, "en"), Read(folder, "ja-easy")))
            .ShouldBeNone();

    [Fact]
    public void A_missing_sentence_and_another_argument_are_seen() => Assert.Equal(
        ["x: en lacks my.a", "x: ja-easy my.b has other arguments", "x: ja-easy has my.z, ja does not"],
        Missing("x",
            new() { ["my.a"] = "あ", ["my.b"] = "{name}さん", ["staff.c"] = "職員" },
            new() { ["my.b"] = "{name}" },
            new() { ["my.a"] = "あ", ["my.b"] = "{名|な}", ["my.z"] = "ん" }));

    private static IEnumerable<string> Missing(string place, Dictionary<string, string> ja, Dictionary<string, string> en, Dictionary<string, string> easy)
    {
        foreach (var (language, other) in new[] { ("en", en), ("ja-easy", easy) })
        {
            foreach (var (key, sentence) in ja.Where(s => !s.Key.StartsWith("staff.", StringComparison.Ordinal)))
            {
                if (!other.TryGetValue(key, out var translated)) yield return $"{place}: {language} lacks {key}";
                else if (!Arguments(sentence).SetEquals(Arguments(translated))) yield return $"{place}: {language} {key} has other arguments";
            }

            foreach (var key in other.Keys.Where(k => !ja.ContainsKey(k))) yield return $"{place}: {language} has {key}, ja does not";
        }
    }

    // {name} is an argument, {漢字|かんじ} is ruby.
    private static HashSet<string> Arguments(string sentence) => [.. Regex.Matches(sentence, @"\{([^{}|]+)\}").Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read(string folder, string language)
    {
        var file = Path.Combine(folder, language + ".json");
        return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))! : [];
    }
}
