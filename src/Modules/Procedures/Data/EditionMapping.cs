using Madoguchi.Procedures.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Procedures.Data;

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("procedures_editions");
        builder.Property(e => e.Slug).HasMaxLength(80);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.PublishedBy).HasMaxLength(80);
        builder.HasIndex(e => new { e.Slug, e.Number }).IsUnique();
    }
}
