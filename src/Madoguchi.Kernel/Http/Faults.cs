using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Madoguchi.Kernel.Http;

/// <summary>Faults of the database told apart.</summary>
public static class Faults
{
    /// <summary>A unique index was hit: somebody was first.</summary>
    public static bool IsUniqueViolation(Exception fault) => Inner(fault) is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    /// <summary>Shut down or unreachable, out of connections, locked, deadlocked: worth trying again.</summary>
    public static bool IsOut(Exception fault) => Inner(fault) is
        (NpgsqlException and not PostgresException)
        or PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or ['5', '3', ..] or ['4', '0', ..] }
        or SqliteException { SqliteErrorCode: 5 or 6 };

    // Saving wraps it, and what may pass by itself (deadlock, connection lost) is wrapped once more, in reading too.
    private static Exception? Inner(Exception? fault) => fault is DbUpdateException or InvalidOperationException ? Inner(fault.InnerException) : fault;
}
