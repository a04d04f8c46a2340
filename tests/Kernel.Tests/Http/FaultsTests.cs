using Madoguchi.Kernel.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kernel.Tests.Http;

/// <summary>Which faults of a database mean that somebody was first, and which that one should come again.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData(2067, true, false)]
    [InlineData(1555, true, false)]
    [InlineData(5, false, true)]
    [InlineData(787, false, false)]
    public void Sqlite_is_told_apart_alone_and_while_saving(int code, bool unique, bool busy)
    {
        var fault = new SqliteException("", code & 0xFF, code);
        foreach (var seen in new Exception[] { fault, new DbUpdateException("", fault) })
            Assert.Equal((unique, busy), (Faults.IsUniqueViolation(seen), Faults.IsOut(seen)));
    }

    [Fact]
    public void A_bug_is_no_fault_of_the_database() => Assert.False(Faults.IsOut(new InvalidOperationException()) || Faults.IsUniqueViolation(new DbUpdateException()));

    [Theory]
    [InlineData("23505", true, false)]
    [InlineData("40P01", false, true)]
    [InlineData("57P01", false, true)]
    [InlineData("53300", false, true)]
    [InlineData("22001", false, false)]
    public void Postgres_is_told_apart_alone_and_while_saving(string state, bool unique, bool busy)
    {
        var fault = new PostgresException("", "ERROR", "ERROR", state);
        foreach (var seen in new Exception[] { fault, new DbUpdateException("", fault), new InvalidOperationException("", fault), new InvalidOperationException("", new DbUpdateException("", fault)) })
            Assert.Equal((unique, busy), (Faults.IsUniqueViolation(seen), Faults.IsOut(seen)));
    }
}
