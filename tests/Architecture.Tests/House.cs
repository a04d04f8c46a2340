using System.Reflection;
using System.Text.RegularExpressions;
using Madoguchi.Testing.Processes;

namespace Architecture.Tests;

/// <summary>A source file: its path from the top of the tree with forward slashes, and its text.</summary>
internal sealed record Source(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The module it belongs to; null outside src/Modules.</summary>
    public string? Module => Path.StartsWith("src/Modules/", StringComparison.Ordinal) ? Path.Split('/')[2] : null;

    public bool InFolder(string name) => Path.Contains($"/{name}/", StringComparison.Ordinal);

    /// <summary>The text without comments, so that a rule is not broken by speaking of it.</summary>
    public string Code { get; } = Regex.Replace(Text, @"(?<![:""'])//[^\n]*|@\*.*?\*@|/\*.*?\*/", "", RegexOptions.Singleline);

    public static implicit operator Source((string Path, string Text) file) => new(file.Path, file.Text);
}

/// <summary>The house as it stands: its files and its assemblies.</summary>
internal static class House
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "dist"];

    public static IReadOnlyList<Source> Sources { get; } = [.. Read("src", ".cs", ".cshtml", ".ts")];

    public static IReadOnlyList<Source> Migrations { get; } = [.. Read("src", ".sql")];

    public static IReadOnlyList<Source> Projects { get; } = [.. Read("src", ".csproj")];

    /// <summary>Modules that hold code; a room that is still empty breaks no rule.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. Sources.Select(s => s.Module).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Folders => Walk(new DirectoryInfo(Repository.File("src"))).Select(Relative);

    public static Assembly AssemblyOf(string module) => Assembly.Load($"Madoguchi.{module}");

    /// <summary>Types people wrote; those a compiler made have names no person can write or stand in its own namespaces.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.FullName!.Contains('<') && t.Namespace is not null
            && !t.Namespace.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal) && !t.Namespace.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<Source> Read(string top, params string[] endings) =>
        Walk(new DirectoryInfo(Repository.File(top)))
            .SelectMany(folder => folder.EnumerateFiles())
            .Where(file => endings.Contains(file.Extension))
            .Select(file => new Source(Relative(file), File.ReadAllText(file.FullName)));

    private static IEnumerable<DirectoryInfo> Walk(DirectoryInfo folder) =>
        Skipped.Contains(folder.Name) ? [] : folder.EnumerateDirectories().SelectMany(Walk).Prepend(folder);

    private static string Relative(FileSystemInfo file) => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');
}

/// <summary>One breach of a rule fails with every breach there is.</summary>
internal static class Breaches
{
    public static void ShouldBeNone(this IEnumerable<string> breaches)
    {
        var all = breaches.Order(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    public static IEnumerable<string> Matching(this IEnumerable<Source> sources, string pattern) =>
        sources.SelectMany(s => Regex.Matches(s.Code, pattern).Select(m => $"{s.Path}: {m.Value.Trim()}"));
}
