using System.Data.Common;
using System.Globalization;
using Madoguchi.Applications.Lists;

namespace Madoguchi.Applications.Data;

/// <summary>
/// The SQL of the lists, the same on both databases: conditions are added one by one, every value is a parameter.
/// By hand because this is what a city hall reads all day: translating the query costs more than running it (docs/adr/0008).
/// </summary>
internal sealed class MatterRows(Database database)
{
    private const string Columns =
        "id, intake_number, procedure, procedure_edition, nature, status, phase, arrived_at, registered_at, channel, account, applicant_name, applicant_kana, "
        + "division, assignee, promised_on, due_on, notice_by, notified_at, disposition, demo, version";

    private readonly List<string> conditions = [];
    private readonly List<object> values = [];

    /// <summary>The matters this actor may see: own ones for residents, those of their divisions for staff.</summary>
    public MatterRows VisibleTo(Actor actor) => MatterScope.Of(actor) switch
    {
        { Account: { } account } => Where("account = {0}", account),
        { Divisions: { } divisions } => In("division", divisions),
        _ => this,
    };

    /// <summary>Adds a condition; <c>{0}</c>, <c>{1}</c> … stand for the values.</summary>
    public MatterRows Where(string sql, params object[] given)
    {
        var names = given.Select(value => (object)Parameter(value)).ToArray();
        conditions.Add(string.Format(CultureInfo.InvariantCulture, sql, names));
        return this;
    }

    public MatterRows In(string column, IReadOnlyCollection<string> codes) => codes.Count switch
    {
        0 => None(),
        1 => Where($"{column} = {{0}}", codes.First()),
        _ => Where($"{column} in ({string.Join(", ", codes.Select((_, i) => $"{{{i}}}"))})", [.. codes]),
    };

    public MatterRows None()
    {
        conditions.Add("1 = 0");
        return this;
    }

    /// <summary>Sorted by a column and the id, going on after the last one seen.</summary>
    public async Task<List<ListLine>> ReadAsync(string column, bool descending, (object Value, Guid Id)? after, int limit, CancellationToken stop)
    {
        // key <= @v and (key < @v or id < @id): the first part lets the index begin at the right place.
        var (further, order) = descending ? ("<", "desc") : (">", "asc");
        if (after is { } last) Where($"{column} {further}= {{0}} and ({column} {further} {{0}} or id {further} {{1}})", last.Value, last.Id);
        var where = conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}";
        await using var command = await database.CommandAsync(
            string.Create(CultureInfo.InvariantCulture, $"select {Columns} from applications_applications{where} order by {column} {order}, id {order} limit {limit}"), stop);
        for (var i = 0; i < values.Count; i++) command.With($"@p{i}", values[i]);

        var lines = new List<ListLine>(Math.Min(limit, 256));
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop)) lines.Add(Line(row));
        return lines;
    }

    private string Parameter(object value)
    {
        values.Add(value);
        return $"@p{values.Count - 1}";
    }

    private static ListLine Line(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), Code<Nature>(row, 4), Code<ApplicationStatus>(row, 5), row.TextOrNull(6), row.Utc(7), row.Utc(8),
        Code<Channel>(row, 9), row.TextOrNull(10), row.GetString(11), row.GetString(12), row.GetString(13), row.TextOrNull(14), row.GetFieldValue<DateOnly>(15), row.GetFieldValue<DateOnly>(16),
        Code<NoticeBy>(row, 17), row.IsDBNull(18) ? null : row.Utc(18), row.TextOrNull(19), row.GetBoolean(20), row.GetInt64(21));

    private static T Code<T>(DbDataReader row, int column) where T : struct, Enum =>
        EnumText.Parse<T>(row.GetString(column)) ?? throw new InvalidOperationException($"{row.GetString(column)} is no {typeof(T).Name}");
}
