using Madoguchi.Notices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Notices.Data;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NumberRow>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices_notices").HasKey(n => n.Id);
        notice.Ignore(n => n.InPaperQueue);
        notice.Property(n => n.Version).IsConcurrencyToken();
        notice.Property(n => n.IntakeNumber).HasMaxLength(16);
        notice.Property(n => n.Symbol).HasMaxLength(40);
        notice.Property(n => n.PostalCode).HasMaxLength(8);
        notice.Property(n => n.AddresseeName).HasMaxLength(500);
        notice.Property(n => n.TemplateName).HasMaxLength(120);
        notice.Property(n => n.VerificationCode).HasMaxLength(16);
        notice.Property(n => n.DocumentNumber).HasMaxLength(100);
        Limit(notice, 64, nameof(Notice.Procedure), nameof(Notice.Division), nameof(Notice.AccountId), nameof(Notice.SourceFileId), nameof(Notice.Sha256), nameof(Notice.FileName));
        Limit(notice, 200, nameof(Notice.Title), nameof(Notice.Authority), nameof(Notice.Issuer));
    }

    public void Configure(EntityTypeBuilder<NumberRow> number)
    {
        number.ToTable("notices_numbers").HasKey(n => n.Series);
        number.Property(n => n.Series).HasMaxLength(120);
    }

    private static void Limit(EntityTypeBuilder<Notice> notice, int length, params string[] properties)
    {
        foreach (var property in properties) notice.Property(property).HasMaxLength(length);
    }
}

/// <summary>The last number drawn of a series (fiscal year, kind, symbol).</summary>
internal sealed class NumberRow
{
    public string Series { get; init; } = "";

    public long Value { get; init; }
}
