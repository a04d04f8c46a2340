using Madoguchi.Directory.Data;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Directory;

internal sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : ModuleDb(options, "directory_")
{
    public DbSet<CityRow> Cities => Set<CityRow>();

    public DbSet<AuthorityRow> Authorities => Set<AuthorityRow>();

    public DbSet<DivisionRow> Divisions => Set<DivisionRow>();

    public DbSet<PostRow> Posts => Set<PostRow>();

    public DbSet<StaffRow> Staff => Set<StaffRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    public DbSet<TownRow> Towns => Set<TownRow>();

    public DbSet<ThemeRow> Themes => Set<ThemeRow>();

    public DbSet<PictureRow> Pictures => Set<PictureRow>();
}
