using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>How rows of one entity type are written without the change tracker; made once from the EF model.</summary>
internal sealed class BulkInsert
{
    private static readonly ConcurrentDictionary<IEntityType, BulkInsert> Plans = new();
    private readonly Comparer<object?> keys;

    private BulkInsert(IEntityType type)
    {
        Refuse(type);
        Table = type.GetTableName()!;
        Columns = [.. type.GetProperties().Select(p => new Column(p))];
        KeyOf = type.FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue;
        keys = Comparer<object?>.Create(type.FindPrimaryKey()!.Properties[0].ClrType == typeof(string)
            ? (a, b) => string.CompareOrdinal((string?)a, (string?)b)
            : Comparer<object?>.Default.Compare);
        KeyColumn = type.FindPrimaryKey()!.Properties[0].GetColumnName();
        Order = Depth(type);
        var names = string.Join(", ", Columns.Select(c => c.Name));
        PostgresSql = $"insert into {Table} ({names}) select * from unnest({string.Join(", ", Columns.Select((c, i) => $"${i + 1}::{c.StoreType}[]"))})";
        SqliteSql = $"insert into {Table} ({names}) values ({string.Join(", ", Columns.Select((_, i) => $"$p{i}"))})";
    }

    public string Table { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Parents before children; the idempotency keys before everything.</summary>
    public int Order { get; }

    public Func<object, object?> KeyOf { get; }

    public string KeyColumn { get; }

    public string PostgresSql { get; }

    public string SqliteSql { get; }

    /// <summary>The plan for a type.</summary>
    /// <exception cref="NotSupportedException">The mapping has something the writer does not know.</exception>
    public static BulkInsert For(IEntityType type) => Plans.GetOrAdd(type, t => new BulkInsert(t));

    /// <summary>Rows in the order of their keys.</summary>
    public IReadOnlyList<object> Sorted(IEnumerable<object> rows) => [.. rows.OrderBy(KeyOf, keys)];

    private static void Refuse(IEntityType type)
    {
        var why = type.BaseType is not null || type.GetDirectlyDerivedTypes().Any() ? "inheritance"
            : type.GetNavigations().Any(n => n.TargetEntityType.IsOwned()) || type.GetComplexProperties().Any() ? "owned or complex types"
            : type.GetProperties().Any(p => p.IsShadowProperty()) ? "a shadow property"
            : type.GetProperties().Any(p => p.GetDefaultValueSql() is not null || p.GetComputedColumnSql() is not null) ? "a value made by the database"
            : type.FindPrimaryKey() is null ? "no key"
            : null;
        if (why is not null) throw new NotSupportedException($"{type.Name} cannot be written in bulk: {why}");
    }

    private static int Depth(IEntityType type) =>
        type.GetTableName() == "kernel_idempotency" ? -1
        : type.GetForeignKeys().Where(f => f.PrincipalEntityType != type).Select(f => Depth(f.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();

    internal sealed class Column
    {
        private readonly Func<object, object?> get;
        private readonly ValueConverter? converter;
        private readonly Func<IReadOnlyList<object>, Column, NpgsqlParameter> parameter;

        public Column(IProperty property)
        {
            Name = property.GetColumnName();
            // Without its length: a cast would cut a text that is too long, the column refuses it.
            StoreType = property.GetColumnType().Split('(')[0];
            get = property.GetGetter().GetClrValue;
            converter = property.GetTypeMapping().Converter ?? property.GetValueConverter();
            var type = converter?.ProviderClrType ?? property.ClrType;
            var element = property.IsNullable && type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
            parameter = typeof(Column).GetMethod(nameof(Fill), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(element).CreateDelegate<Func<IReadOnlyList<object>, Column, NpgsqlParameter>>();
        }

        public string Name { get; }

        public string StoreType { get; }

        /// <summary>The value as the database takes it.</summary>
        public object? Value(object entity)
        {
            var value = get(entity);
            return value is null || converter is null ? value : converter.ConvertToProvider(value);
        }

        /// <summary>The column of many rows as one typed array.</summary>
        public NpgsqlParameter Parameter(IReadOnlyList<object> entities) => parameter(entities, this);

        private static NpgsqlParameter<T[]> Fill<T>(IReadOnlyList<object> entities, Column column)
        {
            var values = new T[entities.Count];
            for (var i = 0; i < values.Length; i++) values[i] = (T)column.Value(entities[i])!;
            return new NpgsqlParameter<T[]> { TypedValue = values };
        }
    }
}
