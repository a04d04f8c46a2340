using System.Reflection;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What a module shows, what its domain knows, and where SQL lives.</summary>
public sealed class BorderTests
{
    private const string Frameworks = @"\b(Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|Microsoft\.Data|Microsoft\.Extensions|System\.Net|System\.Data|Npgsql)\b";
    private const string RawSql = @"\b(FromSql\w*|ExecuteSql\w*|SqlQuery\w*|CommandText|CreateCommand|NpgsqlCommand|SqliteCommand)\b|\b[dD]atabase\.Sql\w*\b";
    private static readonly Type[] ForbiddenTypes = [typeof(DateTimeOffset), typeof(decimal), typeof(TimeSpan)];

    [Fact]
    public void Only_contracts_are_public() => House.Modules.SelectMany(m => PublicBesideContracts(House.TypesOf(House.AssemblyOf(m)))).ShouldBeNone();

    [Fact]
    public void A_public_type_beside_contracts_is_seen() => Assert.Equal(["Madoguchi.Fake.Domain.Shown"],
        PublicBesideContracts([typeof(Madoguchi.Fake.Domain.Shown), typeof(Madoguchi.Fake.Contracts.Arrived), typeof(Madoguchi.Fake.Domain.Matter)]));

    [Fact]
    public void Domain_knows_no_framework() => House.Sources.Where(s => s.InFolder("Domain")).Matching(Frameworks).ShouldBeNone();

    [Fact]
    public void A_framework_in_the_domain_is_seen()
    {
        Source[] bad = [("src/Modules/X/Domain/A.cs", "using Microsoft.EntityFrameworkCore;")];
        Assert.Single(bad.Matching(Frameworks));
    }

    [Fact]
    public void Domain_signatures_name_no_framework_type() =>
        House.Modules.SelectMany(m => DomainTypes(m).SelectMany(FrameworkMembers)).ShouldBeNone();

    [Fact]
    public void A_framework_type_in_a_signature_is_seen() => Assert.Single(FrameworkMembers(typeof(Madoguchi.Fake.Domain.Shown)));

    [Fact]
    public void Entities_hold_only_types_both_databases_store_alike() => House.Modules.SelectMany(m => DomainTypes(m).SelectMany(Forbidden)).ShouldBeNone();

    [Fact]
    public void A_forbidden_type_in_an_entity_is_seen() => Assert.Equal(2, Forbidden(typeof(Madoguchi.Fake.Domain.Matter)).Count());

    [Fact]
    public void Raw_sql_stands_in_Data_only() => RawSqlOutsideData(House.Sources).ShouldBeNone();

    [Fact]
    public void Raw_sql_elsewhere_is_seen() => Assert.Single(RawSqlOutsideData(
        [("src/Modules/X/Review/A.cs", "db.Database.ExecuteSqlRaw(q)"), ("src/Modules/X/Data/A.cs", "command.CommandText = q")]));

    [Fact]
    public void A_module_makes_and_names_only_its_own_tables() =>
        ForeignTables(House.Migrations.Concat(House.Sources.Where(s => s.InFolder("Data"))), House.Modules).ShouldBeNone();

    [Fact]
    public void A_table_of_another_module_is_seen() => Assert.Equal(3, ForeignTables(
        [
            ("src/Modules/Notices/Data/Migrations/0001_notices.sql", "create table notices_notices (id uuid references applications_matters (id)); create table things (id uuid)"),
            ("src/Modules/Notices/Data/Mapping.cs", """builder.ToTable("applications_notices");"""),
        ],
        ["Applications", "Notices"]).Count());

    private static IEnumerable<string> PublicBesideContracts(IEnumerable<Type> types) =>
        types.Where(t => t.IsPublic && !$"{t.Namespace}.".Contains(".Contracts.", StringComparison.Ordinal) && t.BaseType?.Name != "Module").Select(t => t.FullName!);

    private static IEnumerable<Type> DomainTypes(string module) =>
        House.TypesOf(House.AssemblyOf(module)).Where(t => t.Namespace!.StartsWith($"Madoguchi.{module}.Domain", StringComparison.Ordinal));

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<string> FrameworkMembers(Type type) =>
        from method in type.GetMethods(Own)
        from used in method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
        where Regex.IsMatch(used.FullName ?? "", "^(Microsoft|Npgsql|System\\.Net|System\\.Data)\\.")
        select $"{type.FullName}.{method.Name}: {used.FullName}";

    private static IEnumerable<string> Forbidden(Type type) =>
        from property in type.GetProperties(Own & ~BindingFlags.Static)
        let inner = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where ForbiddenTypes.Contains(inner)
        select $"{type.FullName}.{property.Name}: {inner.Name}";

    private static IEnumerable<string> RawSqlOutsideData(IEnumerable<Source> sources) =>
        sources.Where(s => s.Module is not null && !s.InFolder("Data")).Matching(RawSql);

    private static IEnumerable<string> ForeignTables(IEnumerable<Source> sources, IReadOnlyList<string> modules)
    {
        foreach (var source in sources.Where(s => s.Module is not null))
        {
            var own = source.Module!.ToLowerInvariant() + "_";
            var made = Regex.Matches(source.Code, """create (?:virtual )?table (?:if not exists )?"?(\w+)|ToTable\("(\w+)"\)""", RegexOptions.IgnoreCase)
                .Select(m => m.Groups[1].Value + m.Groups[2].Value);
            var named = modules.Where(m => m != source.Module).Select(m => m.ToLowerInvariant())
                .SelectMany(m => Regex.Matches(source.Code, $@"\b(?:from|join|into|update|references|table)\s+""?({m}_\w+)", RegexOptions.IgnoreCase).Select(x => x.Groups[1].Value));
            foreach (var table in made.Concat(named).Where(t => !t.StartsWith(own, StringComparison.Ordinal)).Distinct())
                yield return $"{source.Path}: {table}";
        }
    }
}
