using Madoguchi.Files.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Files.Data;

internal sealed class CityFileMapping : IEntityTypeConfiguration<CityFile>
{
    public void Configure(EntityTypeBuilder<CityFile> builder)
    {
        builder.ToTable("files_files").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(400);
        builder.Property(f => f.MediaType).HasMaxLength(64);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.Owner).HasMaxLength(64);
        builder.Property(f => f.Place).HasMaxLength(64);
    }
}

internal sealed class FileLinkMapping : IEntityTypeConfiguration<FileLink>
{
    public void Configure(EntityTypeBuilder<FileLink> builder)
    {
        builder.ToTable("files_links").HasKey(l => l.FileId);
        builder.Property(l => l.SubjectKind).HasMaxLength(32);
        builder.Property(l => l.SubjectId).HasMaxLength(64);
        builder.HasOne<CityFile>().WithOne().HasForeignKey<FileLink>(l => l.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
