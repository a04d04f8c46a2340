namespace Madoguchi.Testing.Servers;

/// <summary>The databases the tests of this run are made on.</summary>
public static class TestDatabases
{
    /// <summary><c>sqlite</c>, and <c>postgres</c> unless the short form runs.</summary>
    public static IReadOnlyList<string> All => Fast ? ["sqlite"] : ["sqlite", "postgres"];

    /// <summary>Whether this is <c>./test fast</c>: no PostgreSQL.</summary>
    public static bool Fast => Environment.GetEnvironmentVariable("MADOGUCHI_TEST_FAST") == "1";
}

/// <summary>The databases of this run, as theory data.</summary>
public sealed class Databases : Xunit.TheoryData<string>
{
    public Databases() => AddRange(TestDatabases.All.ToArray());
}
