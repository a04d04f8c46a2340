using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Madoguchi.Kernel.Rules;

namespace Madoguchi.Kernel.Data;

/// <summary>Where a page of a list ended: the value it is sorted by and the id; opaque to callers.</summary>
public sealed record Cursor(string Value, Guid Id)
{
    public DateTime Time => DateTime.TryParseExact(Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && time.Kind == DateTimeKind.Utc ? time : throw new RefusedException(Refusal.Malformed);

    public DateOnly Day => DateOnly.TryParseExact(Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RefusedException(Refusal.Malformed);

    public long Number => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedException(Refusal.Malformed);

    public static string Of(DateTime time, Guid id) => Write(time.ToString("O", CultureInfo.InvariantCulture), id);

    public static string Of(DateOnly day, Guid id) => Write(day.ToString("O", CultureInfo.InvariantCulture), id);

    public static string Of(long number, Guid id) => Write(number.ToString(CultureInfo.InvariantCulture), id);

    /// <summary>The cursor in a query string; null when there is none.</summary>
    /// <exception cref="RefusedException">Not one of ours: 400.</exception>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length > 200 || !Base64Url.IsValid(text)) throw new RefusedException(Refusal.Malformed);
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
        return parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out var id) ? new Cursor(parts[0], id) : throw new RefusedException(Refusal.Malformed);
    }

    private static string Write(string value, Guid id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{value}|{id:N}"));
}

/// <summary>How many items a caller may ask for at once.</summary>
public static class PageLimit
{
    private const int Most = 200;

    /// <param name="asked">1 to 200; null for the usual.</param>
    /// <param name="usual">When the caller says nothing.</param>
    /// <exception cref="RefusedException">Out of bounds: 400.</exception>
    public static int Of(int? asked, int usual = 50) => asked switch
    {
        null => usual,
        >= 1 and <= Most => asked.Value,
        _ => throw new RefusedException(Refusal.Malformed),
    };
}

/// <summary>Keyset paging, written once: sorted by (key, id), going on after the last one seen.</summary>
public static class Keyset
{
    public static IQueryable<T> PageBy<T, TKey>(
        this IQueryable<T> rows, Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, TKey? after, Guid? afterId, bool descending) where TKey : struct
    {
        if (after is { } value && afterId is { } last) rows = rows.Where(After(key, id, value, last, descending));
        return descending ? rows.OrderByDescending(key).ThenByDescending(id) : rows.OrderBy(key).ThenBy(id);
    }

    // key <= @v and (key < @v or id < @id): the first part lets the index begin at the right place.
    private static Expression<Func<T, bool>> After<T, TKey>(Expression<Func<T, TKey>> key, Expression<Func<T, Guid>> id, TKey value, Guid last, bool descending)
    {
        var row = key.Parameters[0];
        var idOfRow = new Swap(id.Parameters[0], row).Visit(id.Body);
        // Through a field, so that both become parameters of the query and not constants of its plan.
        var seen = Expression.Constant(new Seen<TKey>(value, last));
        var v = Expression.Property(seen, nameof(Seen<TKey>.Value));
        var i = Expression.Property(seen, nameof(Seen<TKey>.Id));
        var bound = descending ? Expression.LessThanOrEqual(key.Body, v) : Expression.GreaterThanOrEqual(key.Body, v);
        var further = descending ? Expression.LessThan(key.Body, v) : Expression.GreaterThan(key.Body, v);
        var next = descending ? Expression.LessThan(idOfRow, i) : Expression.GreaterThan(idOfRow, i);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(bound, Expression.OrElse(further, next)), row);
    }

    private sealed record Seen<TKey>(TKey Value, Guid Id);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
