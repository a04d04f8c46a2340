using System.Text.RegularExpressions;
using Madoguchi.Testing.Processes;

namespace Architecture.Tests;

/// <summary>What the pages of docs/ show is there, and no picture is kept that nobody sees.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_picture_is_there_and_shown()
    {
        var docs = Repository.File("docs");
        var pages = Directory.GetFiles(docs, "*.md").Concat(Directory.GetFiles(Repository.Root, "*.md")).Select(f => (Path: Relative(f), Text: File.ReadAllText(f)));
        Wrong(pages, Directory.GetFiles(Path.Combine(docs, "pictures"), "*", SearchOption.AllDirectories).Select(Relative)).ShouldBeNone();
    }

    [Fact]
    public void A_missing_and_a_forgotten_picture_are_seen() => Assert.Equal(
        ["docs/a.md shows docs/pictures/gone.png, which is not there", "docs/pictures/old.png is shown nowhere"],
        Wrong([("docs/a.md", "![x](pictures/gone.png) <img src=\"pictures/b.png\" alt=\"\">")], ["docs/pictures/b.png", "docs/pictures/old.png"]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Wrong(IEnumerable<(string Path, string Text)> pages, IEnumerable<string> pictures)
    {
        var there = pictures.ToHashSet();
        var shown = pages.SelectMany(p => Shown().Matches(p.Text).Select(m => (p.Path, Picture: p.Path.StartsWith("docs/", StringComparison.Ordinal) ? "docs/" + m.Value : m.Value))).ToList();
        return shown.Where(s => !there.Contains(s.Picture)).Select(s => $"{s.Path} shows {s.Picture}, which is not there").Distinct()
            .Concat(there.Except(shown.Select(s => s.Picture)).Select(p => $"{p} is shown nowhere"));
    }

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex("""(?:docs/)?pictures/[A-Za-z0-9/-]+\.png(?=[)"])""")]
    private static partial Regex Shown();
}
