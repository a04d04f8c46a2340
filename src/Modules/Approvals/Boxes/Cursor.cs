using System.Globalization;

namespace Madoguchi.Approvals.Boxes;

/// <summary>Where a page ended: time and id of its last row.</summary>
internal static class Cursor
{
    public static string Of(DateTime at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.Ticks:x}-{id:N}");

    /// <exception cref="RefusedException">Not a cursor: 400.</exception>
    public static (DateTime At, Guid Id)? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var parts = text.Split('-');
        return parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out var id)
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : throw new RefusedException(Refusal.Malformed);
    }
}
