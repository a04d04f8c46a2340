using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Layout;

/// <summary>The parts of the house's letter, files of this folder.</summary>
internal static class LetterParts
{
    public static string? Source(string name)
    {
        using var stream = typeof(LetterParts).Assembly.GetManifestResourceStream($"Madoguchi.Notices.Layout.{name}.html");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    public static Node[] Read(string name) => new TemplateParser(name, Source(name)!, Source, 0).Read();
}
