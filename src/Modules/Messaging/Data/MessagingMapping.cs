using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Messaging.Data;

internal sealed class SentLetterMapping : IEntityTypeConfiguration<SentLetter>
{
    public void Configure(EntityTypeBuilder<SentLetter> builder)
    {
        builder.ToTable("messaging_letters").HasKey(l => l.Id);
        builder.Property(l => l.ToAccount).HasMaxLength(64);
        builder.Property(l => l.ToDivision).HasMaxLength(32);
        builder.Property(l => l.FromAccount).HasMaxLength(64);
        builder.Property(l => l.FromDivision).HasMaxLength(32);
        builder.Property(l => l.Application).HasMaxLength(32);
        builder.Property(l => l.Kind).HasMaxLength(32);
        builder.Ignore(l => l.FromResident);
    }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("messaging_announcements").HasKey(a => a.Id);
        builder.Property(a => a.TitleJa).HasMaxLength(100);
        builder.Property(a => a.TitleEn).HasMaxLength(200);
        builder.Property(a => a.TitleEasy).HasMaxLength(200);
        builder.Property(a => a.Link).HasMaxLength(300);
        builder.Property(a => a.WrittenBy).HasMaxLength(64);
    }
}
