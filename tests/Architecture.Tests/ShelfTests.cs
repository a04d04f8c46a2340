using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>References point downwards only; every edge that exists stands here, as a decision.</summary>
public sealed class ShelfTests
{
    // Within a shelf a module may reference only those named before it.
    private static readonly string[] Foundation = ["Directory", "Files", "Messaging", "Residents", "Approvals", "Procedures", "Payments"];
    private static readonly string[] Core = ["Notices", "Applications", "Records"];
    private static readonly string[] Services = ["Studio", "Counter", "Reservations", "Benefits", "Reports", "Disaster", "Participation", "Transit", "Maps", "OpenData", "Life", "Connect", "Automation"];
    private static readonly string[] Overview = ["Assistant", "Bpr", "Insights", "Plan", "Governance"];

    private static readonly Dictionary<string, string[]> Edges = new()
    {
        ["Directory"] = [],
        ["Files"] = ["Directory"],
        ["Messaging"] = ["Directory"],
        ["Residents"] = ["Directory", "Files", "Messaging"],
        ["Approvals"] = ["Directory", "Messaging"],
        ["Procedures"] = ["Directory", "Files"],
        ["Notices"] = ["Directory", "Files", "Messaging", "Residents", "Approvals", "Procedures"],
        ["Applications"] = ["Directory", "Files", "Messaging", "Residents", "Approvals", "Procedures", "Notices"],
        ["Studio"] = ["Directory", "Approvals", "Procedures", "Applications"],
        ["Insights"] = ["Directory", "Procedures", "Applications"],
    };

    [Fact]
    public void Projects_reference_only_the_modules_listed_here() =>
        House.Projects.Where(p => p.Module is not null)
            .SelectMany(p => Referenced(p.Text).Select(to => (From: p.Module!, To: to)))
            .Where(edge => !Edges.GetValueOrDefault(edge.From, []).Contains(edge.To))
            .Select(edge => $"{edge.From} → {edge.To}").ShouldBeNone();

    [Fact]
    public void Assemblies_reference_only_the_modules_listed_here() =>
        House.Modules
            .SelectMany(from => House.AssemblyOf(from).GetReferencedAssemblies().Select(to => (From: from, To: to.Name!)))
            .Where(edge => edge.To.StartsWith("Madoguchi.", StringComparison.Ordinal) && edge.To is not ("Madoguchi.Kernel" or "Madoguchi.DesignSystem"))
            .Where(edge => !Edges.GetValueOrDefault(edge.From, []).Contains(edge.To["Madoguchi.".Length..]))
            .Select(edge => $"{edge.From} → {edge.To}").ShouldBeNone();

    [Fact]
    public void The_list_follows_the_shelves() =>
        Edges.SelectMany(e => e.Value.Select(to => (From: e.Key, To: to))).Where(e => !Downwards(e.From, e.To)).Select(e => $"{e.From} → {e.To}").ShouldBeNone();

    [Theory]
    [InlineData("Applications", "Procedures", true)]
    [InlineData("Procedures", "Applications", false)]
    [InlineData("Messaging", "Residents", false)]
    [InlineData("Counter", "Applications", true)]
    [InlineData("Benefits", "Counter", false)]
    [InlineData("Insights", "Counter", true)]
    [InlineData("Directory", "Directory", false)]
    [InlineData("Unknown", "Directory", false)]
    public void Upwards_and_sideways_is_refused(string from, string to, bool allowed) => Assert.Equal(allowed, Downwards(from, to));

    [Fact]
    public void The_kernel_and_the_design_system_know_no_module()
    {
        NamesAModule(House.Sources.Where(s => s.Path.StartsWith("src/Madoguchi.Kernel/", StringComparison.Ordinal) || s.Path.StartsWith("src/Madoguchi.DesignSystem/", StringComparison.Ordinal)))
            .ShouldBeNone();
        Assert.DoesNotContain(typeof(Madoguchi.Kernel.Rules.Result).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Madoguchi.", StringComparison.Ordinal));
        Assert.Single(NamesAModule([("src/Madoguchi.Kernel/A.cs", "using Madoguchi.Applications.Domain;")]));
        Assert.Empty(NamesAModule([("src/Madoguchi.Kernel/A.cs", "using Madoguchi.Kernel.Data; // Madoguchi.Applications")]));
    }

    private static IEnumerable<string> NamesAModule(IEnumerable<Source> sources) =>
        sources.Matching($@"\bMadoguchi\.({string.Join('|', [.. Foundation, .. Core, .. Services, .. Overview])})\b");

    private static IEnumerable<string> Referenced(string project) =>
        Regex.Matches(project, @"ProjectReference Include=""\.\./(\w+)/").Select(m => m.Groups[1].Value);

    private static bool Downwards(string from, string to)
    {
        var (a, b) = (Place(from), Place(to));
        if (a is null || b is null) return false;
        return a.Value.Shelf == b.Value.Shelf ? a.Value.Shelf is 0 or 1 && b.Value.Place < a.Value.Place : b.Value.Shelf < a.Value.Shelf;
    }

    private static (int Shelf, int Place)? Place(string module)
    {
        string[][] shelves = [Foundation, Core, Services, Overview];
        for (var shelf = 0; shelf < shelves.Length; shelf++)
            if (Array.IndexOf(shelves[shelf], module) is >= 0 and var place) return (shelf, place);
        return null;
    }
}
