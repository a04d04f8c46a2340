namespace Architecture.Tests;

/// <summary>The one deployable gathers; it holds no business.</summary>
public sealed class WebTests
{
    private const string Business = @"\b(DbContext|ModuleDb|DbSet)\b|\bMadoguchi\.(?!Kernel|DesignSystem|Web)\w+\.(?!Contracts\b)\w+";

    [Fact]
    public void Web_has_no_business() => InWeb(House.Sources).Matching(Business).ShouldBeNone();

    [Fact]
    public void An_entity_or_a_context_in_web_is_seen()
    {
        Source[] bad = [("src/Madoguchi.Web/A.cs", "using Madoguchi.Applications.Domain; class A(KernelDb a, DbContext b);"), ("src/Madoguchi.Web/B.cs", "using Madoguchi.Applications.Contracts;\nusing Madoguchi.Kernel.Data;")];
        Assert.Equal(2, InWeb(bad).Matching(Business).Count());
    }

    [Fact]
    public void Web_makes_no_tables() => Assert.DoesNotContain(House.Migrations, m => m.Path.StartsWith("src/Madoguchi.Web/", StringComparison.Ordinal));

    private static IEnumerable<Source> InWeb(IEnumerable<Source> sources) => sources.Where(s => s.Path.StartsWith("src/Madoguchi.Web/", StringComparison.Ordinal));
}
