using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Directory.Data;

internal sealed class ThemeMapping : IEntityTypeConfiguration<ThemeRow>, IEntityTypeConfiguration<PictureRow>
{
    private const int Code = 64;

    public void Configure(EntityTypeBuilder<ThemeRow> theme)
    {
        theme.ToTable("directory_themes").HasKey(t => t.Id);
        // Who throws a draft away while somebody publishes it must not take the edition with it.
        theme.Property(t => t.PublishedAt).IsConcurrencyToken();
        theme.Property(t => t.Mark).HasMaxLength(Code);
        theme.Property(t => t.Top).HasMaxLength(Code);
        theme.Property(t => t.DraftedBy).HasMaxLength(Code);
        theme.Property(t => t.PublishedBy).HasMaxLength(Code);
        theme.Property(t => t.Source).HasMaxLength(Code);
        theme.HasIndex(t => new { t.PublishedAt, t.Id }).HasDatabaseName("directory_themes_published");
    }

    public void Configure(EntityTypeBuilder<PictureRow> picture)
    {
        picture.ToTable("directory_pictures").HasKey(p => p.Hash);
        picture.Property(p => p.Hash).HasMaxLength(Code);
        picture.Property(p => p.MediaType).HasMaxLength(Code);
    }
}
