using System.Security.Cryptography;
using System.Text;
using Madoguchi.Testing.Processes;

namespace Architecture.Tests;

/// <summary>Order in the house: time, folder names, sizes, READMEs, migrations that only grow.</summary>
public sealed class HouseRulesTests
{
    private const int MostLines = 250;
    private const string Clock = @"\bDateTime(?:Offset)?\.(?:UtcNow|Now|Today)\b|\bDate(?:Only|Time)\.FromDateTime\(DateTime\.";
    private static readonly string[] TechnicalNames = ["Services", "Helpers", "Managers", "Common", "Models", "Dtos", "Utils", "Utilities"];

    // A longer file needs a reason, written here.
    private static readonly Dictionary<string, string> Longer = [];

    private static string Manifest => Repository.File("tests", "Architecture.Tests", "migrations.sha256");

    [Fact]
    public void The_clock_is_read_through_TimeProvider() => House.Sources.Matching(Clock).ShouldBeNone();

    [Fact]
    public void A_direct_look_at_the_clock_is_seen()
    {
        Source[] bad = [("src/A.cs", "var now = DateTime.UtcNow; var t = DateTimeOffset.Now; // DateTime.Now")];
        Assert.Equal(2, bad.Matching(Clock).Count());
    }

    [Fact]
    public void Folders_carry_a_task_never_a_technical_kind() => TechnicalFolders(House.Folders).ShouldBeNone();

    [Fact]
    public void A_technical_folder_is_seen() => Assert.Single(TechnicalFolders(["src/Modules/X/Services", "src/Modules/X/Review"]));

    [Fact]
    public void Every_module_introduces_itself() =>
        House.Modules.Where(m => !File.Exists(Repository.File("src", "Modules", m, "README.md"))).Select(m => $"src/Modules/{m}/README.md is missing").ShouldBeNone();

    [Fact]
    public void A_file_is_short_or_has_a_reason() => TooLong(House.Sources, Longer).ShouldBeNone();

    [Fact]
    public void A_long_file_and_a_reason_no_longer_needed_are_seen()
    {
        Source longOne = ("src/A.cs", string.Concat(Enumerable.Repeat("x\n", MostLines + 1)));
        Assert.Single(TooLong([longOne], []));
        Assert.Empty(TooLong([longOne], new() { ["src/A.cs"] = "a table" }));
        Assert.Single(TooLong([], new() { ["src/A.cs"] = "a table" }));
    }

    [Fact]
    public void Migrations_are_append_only()
    {
        var now = House.Migrations.ToDictionary(m => m.Path, m => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(m.Text))));
        var noted = File.ReadAllLines(Manifest).Where(l => l.Length > 0).Select(l => l.Split("  ", 2)).ToDictionary(l => l[1], l => l[0]);

        // A new one is noted by its author: MADOGUCHI_NOTE_MIGRATIONS=1 ./test Architecture. Those noted before stay as they are.
        if (Environment.GetEnvironmentVariable("MADOGUCHI_NOTE_MIGRATIONS") == "1")
        {
            foreach (var (path, hash) in now) noted.TryAdd(path, hash);
            File.WriteAllLines(Manifest, noted.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Value}  {n.Key}"));
        }

        ChangedMigrations(noted, now).ShouldBeNone();
    }

    [Fact]
    public void A_changed_a_missing_and_an_unnoted_migration_are_seen() => Assert.Equal(
        ["a.sql was changed", "b.sql is missing", "c.sql is not noted in migrations.sha256: 3  c.sql"],
        ChangedMigrations(new() { ["a.sql"] = "1", ["b.sql"] = "2" }, new() { ["a.sql"] = "9", ["c.sql"] = "3" }));

    private static IEnumerable<string> TechnicalFolders(IEnumerable<string> folders) =>
        folders.Where(f => TechnicalNames.Contains(f[(f.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> TooLong(IEnumerable<Source> sources, Dictionary<string, string> reasons)
    {
        var lengths = sources.ToDictionary(s => s.Path, s => s.Text.Count(c => c == '\n'));
        return lengths.Where(l => l.Value > MostLines && !reasons.ContainsKey(l.Key)).Select(l => $"{l.Key}: {l.Value} lines")
            .Concat(reasons.Keys.Where(p => lengths.GetValueOrDefault(p) <= MostLines).Select(p => $"{p} needs its reason no longer"));
    }

    private static IEnumerable<string> ChangedMigrations(Dictionary<string, string> noted, Dictionary<string, string> now) =>
        noted.Where(n => now.TryGetValue(n.Key, out var hash) && hash != n.Value).Select(n => $"{n.Key} was changed")
            .Concat(noted.Keys.Where(n => !now.ContainsKey(n)).Select(n => $"{n} is missing"))
            .Concat(now.Where(n => !noted.ContainsKey(n.Key)).Select(n => $"{n.Key} is not noted in migrations.sha256: {n.Value}  {n.Key}"));
}
