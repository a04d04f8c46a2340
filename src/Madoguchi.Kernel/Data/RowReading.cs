using System.Data.Common;

namespace Madoguchi.Kernel.Data;

/// <summary>Columns as entities hold them, for rows read by SQL.</summary>
public static class RowReading
{
    /// <summary>A point in time; databases give it back without its kind.</summary>
    public static DateTime Utc(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>A text; null where the database holds none.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
