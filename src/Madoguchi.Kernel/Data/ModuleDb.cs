using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// A module's own tables. Columns are snake_case, enums camelCase text, times UTC milliseconds.
/// Use cases add and change entities and never save: the commit step of the request or worker does.
/// </summary>
public abstract class ModuleDb : DbContext
{
    private static readonly HashSet<Type> Allowed =
        [typeof(Guid), typeof(string), typeof(long), typeof(int), typeof(bool), typeof(DateOnly), typeof(DateTime)];

    private readonly string prefix;

    /// <param name="options">Options of the pooled context.</param>
    /// <param name="prefix">Prefix every table of the module carries, such as <c>applications_</c>.</param>
    protected ModuleDb(DbContextOptions options, string prefix) : base(options)
    {
        this.prefix = prefix;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The prefix of the module's tables.</summary>
    public string TablePrefix => prefix;

    private bool attached;

    internal void Attach(DbConnection connection, DbTransaction? transaction)
    {
        attached = true;
        Database.SetDbConnection(connection);
        if (transaction is not null) Database.UseTransaction(transaction);
    }

    public override void Dispose()
    {
        Detach();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Detach();
        return base.DisposeAsync();
    }

    // A pooled context must not carry one request's connection into the next.
    private void Detach()
    {
        if (!attached) return;
        attached = false;
        if (Database.CurrentTransaction is not null) Database.UseTransaction(null);
        Database.SetDbConnection(null);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcMilliseconds>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    /// <summary>Maps the tables: by the configurations beside the context, unless a context maps them itself.</summary>
    protected virtual void MapTables(ModelBuilder builder) =>
        builder.ApplyConfigurationsFromAssembly(GetType().Assembly, type => type.Namespace?.StartsWith(GetType().Namespace!, StringComparison.Ordinal) == true);

    protected sealed override void OnModelCreating(ModelBuilder builder)
    {
        MapTables(builder);
        foreach (var entity in builder.Model.GetEntityTypes()) Complete(entity);
    }

    private void Complete(IMutableEntityType entity)
    {
        if (entity.GetTableName()?.StartsWith(prefix, StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"{entity.Name}: its table must begin with {prefix}");

        foreach (var property in entity.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum) property.SetValueConverter(EnumText.For(type));
            else if (!Allowed.Contains(type) && property.GetValueConverter() is null)
                throw new InvalidOperationException($"{entity.Name}.{property.Name}: {type.Name} is not a column type of this house");

            property.ValueGenerated = ValueGenerated.Never;
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    internal static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
