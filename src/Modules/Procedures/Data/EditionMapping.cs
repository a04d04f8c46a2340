using Madoguchi.Procedures.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Procedures.Data;

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>, IEntityTypeConfiguration<CardRow>, IEntityTypeConfiguration<StopRow>
{
    public void Configure(EntityTypeBuilder<StopRow> builder)
    {
        builder.ToTable("procedures_stops").HasKey(s => s.Slug);
        builder.Property(s => s.Slug).HasMaxLength(80);
        builder.Property(s => s.StoppedBy).HasMaxLength(64);
        builder.Property(s => s.Reason).HasMaxLength(StopRow.LongestReason);
        builder.Property(s => s.ReasonEn).HasMaxLength(StopRow.LongestTranslation);
        builder.Property(s => s.ReasonEasy).HasMaxLength(StopRow.LongestTranslation);
    }

    public void Configure(EntityTypeBuilder<CardRow> builder)
    {
        builder.ToTable("procedures_cards").HasKey(c => c.Slug);
        builder.Property(c => c.Slug).HasMaxLength(80);
        builder.Property(c => c.Sha256).HasMaxLength(64);
        builder.Property(c => c.Source).HasMaxLength(64);
        builder.Property(c => c.ReadBy).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("procedures_editions");
        builder.Property(e => e.Slug).HasMaxLength(80);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.PublishedBy).HasMaxLength(80);
        builder.HasIndex(e => new { e.Slug, e.Number }).IsUnique();
    }
}
