using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Directory.Data;

internal sealed class DirectoryMapping :
    IEntityTypeConfiguration<CityRow>, IEntityTypeConfiguration<AuthorityRow>, IEntityTypeConfiguration<DivisionRow>,
    IEntityTypeConfiguration<PostRow>, IEntityTypeConfiguration<StaffRow>, IEntityTypeConfiguration<HoldingRow>,
    IEntityTypeConfiguration<GrantRow>, IEntityTypeConfiguration<DelegationRow>, IEntityTypeConfiguration<TownRow>
{
    private const int Code = 64;
    private const int Name = 200;

    public void Configure(EntityTypeBuilder<CityRow> city)
    {
        city.ToTable("directory_city").HasKey(c => c.LgCode);
        city.Property(c => c.LgCode).HasMaxLength(6);
    }

    public void Configure(EntityTypeBuilder<AuthorityRow> authority)
    {
        authority.ToTable("directory_authorities").HasKey(a => a.Code);
        Limit(authority, Code, nameof(AuthorityRow.Code), nameof(AuthorityRow.Post));
        Limit(authority, Name, nameof(AuthorityRow.Title));
    }

    public void Configure(EntityTypeBuilder<DivisionRow> division)
    {
        division.ToTable("directory_divisions").HasKey(d => d.Code);
        Limit(division, Code, nameof(DivisionRow.Code), nameof(DivisionRow.DocumentSymbol), nameof(DivisionRow.Telephone));
        Limit(division, Name, nameof(DivisionRow.Name), nameof(DivisionRow.Kana), nameof(DivisionRow.English), nameof(DivisionRow.Department),
            nameof(DivisionRow.Email), nameof(DivisionRow.Hours), nameof(DivisionRow.Address));
    }

    public void Configure(EntityTypeBuilder<PostRow> post)
    {
        post.ToTable("directory_posts").HasKey(p => p.Code);
        Limit(post, Code, nameof(PostRow.Code), nameof(PostRow.Division), nameof(PostRow.Rank));
        Limit(post, Name, nameof(PostRow.Name));
    }

    public void Configure(EntityTypeBuilder<StaffRow> staff)
    {
        staff.ToTable("directory_staff").HasKey(s => s.Id);
        Limit(staff, Code, nameof(StaffRow.Id), nameof(StaffRow.Division));
        Limit(staff, Name, nameof(StaffRow.Name), nameof(StaffRow.Kana));
    }

    public void Configure(EntityTypeBuilder<HoldingRow> holding)
    {
        holding.ToTable("directory_holdings").HasKey(h => h.Id);
        RefersTo<HoldingRow, PostRow>(holding, nameof(HoldingRow.Post));
        RefersTo<HoldingRow, StaffRow>(holding, nameof(HoldingRow.Staff));
        Limit(holding, Code, nameof(HoldingRow.Post), nameof(HoldingRow.Staff));
    }

    public void Configure(EntityTypeBuilder<GrantRow> grant)
    {
        grant.ToTable("directory_grants").HasKey(g => g.Id);
        RefersTo<GrantRow, PostRow>(grant, nameof(GrantRow.Post));
        Limit(grant, Code, nameof(GrantRow.Post), nameof(GrantRow.Permission));
    }

    public void Configure(EntityTypeBuilder<DelegationRow> delegation)
    {
        delegation.ToTable("directory_delegations").HasKey(d => d.Id);
        RefersTo<DelegationRow, PostRow>(delegation, nameof(DelegationRow.Post));
        RefersTo<DelegationRow, PostRow>(delegation, nameof(DelegationRow.DeputyPost));
        Limit(delegation, Code, nameof(DelegationRow.Post), nameof(DelegationRow.DeputyPost));
    }

    public void Configure(EntityTypeBuilder<TownRow> town)
    {
        town.ToTable("directory_towns").HasKey(t => new { t.PostalCode, t.Name });
        Limit(town, 8, nameof(TownRow.PostalCode));
        Limit(town, Name, nameof(TownRow.Name), nameof(TownRow.Kana));
    }

    private static void RefersTo<T, TOther>(EntityTypeBuilder<T> entity, string property) where T : class where TOther : class =>
        entity.HasOne(typeof(TOther)).WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Restrict);

    private static void Limit<T>(EntityTypeBuilder<T> entity, int length, params string[] properties) where T : class
    {
        foreach (var property in properties) entity.Property(property).HasMaxLength(length);
    }
}
