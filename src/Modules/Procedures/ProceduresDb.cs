using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Search.Missed;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Procedures;

/// <summary>The module's own tables.</summary>
internal sealed class ProceduresDb(DbContextOptions<ProceduresDb> options) : ModuleDb(options, "procedures_")
{
    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<CardRow> Cards => Set<CardRow>();

    public DbSet<StopRow> Stops => Set<StopRow>();

    public DbSet<MissedSearch> MissedSearches => Set<MissedSearch>();

    public DbSet<CityWord> CityWords => Set<CityWord>();
}
