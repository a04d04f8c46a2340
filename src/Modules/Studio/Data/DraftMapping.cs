using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Studio.Data;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftStep>, IEntityTypeConfiguration<ProcedureCheck>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("studio_drafts");
        draft.Property(d => d.Slug).HasMaxLength(80);
        draft.Property(d => d.Title).HasMaxLength(Draft.LongestTitle);
        draft.Property(d => d.Division).HasMaxLength(64);
        draft.Property(d => d.Owner).HasMaxLength(64);
        draft.Property(d => d.Source).HasMaxLength(80);
        draft.Property(d => d.StartedBy).HasMaxLength(64);
        draft.Property(d => d.ChangedBy).HasMaxLength(64);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasIndex(d => new { d.Division, d.ChangedAt, d.Id }).HasDatabaseName("studio_drafts_list");
        draft.HasIndex(d => new { d.Slug, d.State }).HasDatabaseName("studio_drafts_slug");
    }

    public void Configure(EntityTypeBuilder<ProcedureCheck> check)
    {
        check.ToTable("studio_checks");
        check.Property(c => c.Slug).HasMaxLength(80);
        check.Property(c => c.CheckedBy).HasMaxLength(64);
        check.Property(c => c.Note).HasMaxLength(ProcedureCheck.LongestNote);
        check.HasIndex(c => new { c.Slug, c.CheckedAt }).HasDatabaseName("studio_checks_slug");
    }

    public void Configure(EntityTypeBuilder<DraftStep> step)
    {
        step.ToTable("studio_steps");
        step.Property(s => s.What).HasMaxLength(DraftStep.LongestWhat);
        step.Property(s => s.ChangedBy).HasMaxLength(64);
        step.HasIndex(s => new { s.DraftId, s.Version }).IsUnique().HasDatabaseName("studio_steps_version");
        step.HasIndex(s => new { s.DraftId, s.Position }).HasDatabaseName("studio_steps_position");
    }
}
