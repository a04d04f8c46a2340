using Madoguchi.Testing.Servers;

namespace Insights.Tests;

/// <summary>The databases a test runs on.</summary>
public sealed class Databases : TheoryData<string>
{
    public Databases() => AddRange(TestDatabases.All.ToArray());
}
