using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Studio.Data;

internal sealed class OriginMapping : IEntityTypeConfiguration<Origin>
{
    public void Configure(EntityTypeBuilder<Origin> origin)
    {
        origin.ToTable("studio_origins");
        origin.Property(o => o.Slug).HasMaxLength(80);
        origin.Property(o => o.Source).HasMaxLength(80);
        origin.Property(o => o.LgCode).HasMaxLength(6);
        origin.Property(o => o.City).HasMaxLength(64);
        origin.Property(o => o.Sha256).HasMaxLength(64);
        origin.Property(o => o.NotedBy).HasMaxLength(64);
        origin.HasIndex(o => new { o.Slug, o.NotedAt, o.Id }).HasDatabaseName("studio_origins_slug");
        origin.HasIndex(o => o.DraftId).HasDatabaseName("studio_origins_draft");
    }
}
