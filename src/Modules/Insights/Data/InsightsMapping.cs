using Madoguchi.Insights.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Insights.Data;

internal sealed class InsightsMapping : IEntityTypeConfiguration<FormCount>, IEntityTypeConfiguration<Rating>
{
    internal const int LongestPlace = 160;

    public void Configure(EntityTypeBuilder<FormCount> builder)
    {
        builder.ToTable("insights_form_counts");
        builder.Property(c => c.Procedure).HasMaxLength(80);
        builder.Property(c => c.Place).HasMaxLength(LongestPlace);
        builder.Property(c => c.Detail).HasMaxLength(32);
        builder.HasIndex(c => new { c.Procedure, c.Edition, c.Day, c.Kind, c.Place, c.Detail }).IsUnique();
        builder.HasIndex(c => c.Day);
    }

    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("insights_ratings");
        builder.Property(r => r.MatterKey).HasMaxLength(64);
        builder.Property(r => r.Procedure).HasMaxLength(80);
        builder.Property(r => r.Channel).HasMaxLength(32);
        builder.HasIndex(r => r.MatterKey).IsUnique();
        builder.HasIndex(r => new { r.Procedure, r.Day, r.Id });
    }
}
