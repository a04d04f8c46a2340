using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Applications.Data;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications_applications").HasKey(a => a.Id);
        builder.Property(a => a.IntakeNumber).HasMaxLength(20);
        builder.Property(a => a.Procedure).HasMaxLength(64);
        builder.Property(a => a.Phase).HasMaxLength(64);
        builder.Property(a => a.Division).HasMaxLength(32);
        builder.Property(a => a.Assignee).HasMaxLength(64);
        builder.Property(a => a.Account).HasMaxLength(64);
        builder.Property(a => a.EnteredBy).HasMaxLength(64);
        builder.Property(a => a.ApplicantName).HasMaxLength(500);
        builder.Property(a => a.ApplicantKana).HasMaxLength(300);
        builder.Property(a => a.ApplicantTelephone).HasMaxLength(20);
        builder.Property(a => a.NoticeFile).HasMaxLength(64);
        builder.Property(a => a.Disposition).HasMaxLength(32);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.IsOpen).Ignore(a => a.PublicStatus).Ignore(a => a.OpenedQuestions);
    }
}

internal sealed class ApplicationEventMapping : IEntityTypeConfiguration<ApplicationEvent>
{
    public void Configure(EntityTypeBuilder<ApplicationEvent> builder)
    {
        builder.ToTable("applications_events").HasKey(e => e.Id);
        builder.Property(e => e.ActorId).HasMaxLength(64);
        builder.Property(e => e.OnBehalfOf).HasMaxLength(64);
        builder.Property(e => e.Kind).HasMaxLength(32);
    }
}

internal sealed class SavedFormMapping : IEntityTypeConfiguration<SavedForm>
{
    public void Configure(EntityTypeBuilder<SavedForm> builder)
    {
        builder.ToTable("applications_saved_forms").HasKey(f => f.Id);
        builder.Property(f => f.Account).HasMaxLength(64);
        builder.Property(f => f.Procedure).HasMaxLength(64);
        builder.Property(f => f.Page).HasMaxLength(64);
        builder.Property(f => f.SubmittedAs).HasMaxLength(20);
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}

internal sealed class LifePlanMapping : IEntityTypeConfiguration<LifePlan>
{
    public void Configure(EntityTypeBuilder<LifePlan> builder)
    {
        builder.ToTable("applications_life_plans").HasKey(p => p.Id);
        builder.Property(p => p.LifeEvent).HasMaxLength(64);
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("applications_places").HasKey(p => p.Id);
        builder.Property(p => p.Procedure).HasMaxLength(64);
        builder.Property(p => p.Session).HasMaxLength(64);
        builder.Property(p => p.IntakeNumber).HasMaxLength(20);
        builder.Property(p => p.Holder).HasMaxLength(100);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
