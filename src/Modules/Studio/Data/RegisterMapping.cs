using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Studio.Data;

internal sealed class RegisterMapping : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> entry)
    {
        entry.ToTable("studio_register");
        entry.Property(e => e.SurveyId).HasMaxLength(RegisterEntry.LongestSurveyId);
        entry.Property(e => e.Name).HasMaxLength(RegisterEntry.LongestName);
        entry.Property(e => e.Division).HasMaxLength(64);
        entry.Property(e => e.Online).HasMaxLength(8);
        entry.Property(e => e.Concern).HasMaxLength(8);
        entry.Property(e => e.WhyOffline).HasMaxLength(RegisterEntry.LongestWhy);
        entry.Property(e => e.ChangedBy).HasMaxLength(64);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.HasIndex(e => e.SurveyId).IsUnique().HasDatabaseName("studio_register_survey");
        entry.HasIndex(e => new { e.Division, e.SurveyId }).HasDatabaseName("studio_register_division");
        entry.HasIndex(e => new { e.Online, e.SurveyId }).HasDatabaseName("studio_register_online");
    }
}
