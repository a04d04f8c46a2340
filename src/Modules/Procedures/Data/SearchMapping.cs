using Madoguchi.Procedures.Search.Missed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Procedures.Data;

internal sealed class SearchMapping : IEntityTypeConfiguration<MissedSearch>, IEntityTypeConfiguration<CityWord>
{
    public void Configure(EntityTypeBuilder<MissedSearch> builder)
    {
        builder.ToTable("procedures_missed_searches");
        builder.Property(s => s.Words).HasMaxLength(SearchedWords.Longest);
        builder.HasIndex(s => s.Words).IsUnique();
        builder.HasIndex(s => new { s.Dismissed, s.Searches, s.Id });
    }

    public void Configure(EntityTypeBuilder<CityWord> builder)
    {
        builder.ToTable("procedures_city_words");
        builder.Property(w => w.Slug).HasMaxLength(80);
        builder.Property(w => w.Word).HasMaxLength(SearchedWords.Longest);
        builder.Property(w => w.AddedBy).HasMaxLength(64);
        builder.HasIndex(w => new { w.Slug, w.Word }).IsUnique();
        builder.HasIndex(w => new { w.AddedAt, w.Id });
    }
}
