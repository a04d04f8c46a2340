using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Studio.Data;

internal sealed class CommentMapping : IEntityTypeConfiguration<DraftComment>, IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<DraftComment> comment)
    {
        comment.ToTable("studio_comments");
        comment.Property(c => c.Question).HasMaxLength(DraftComment.LongestQuestion);
        comment.Property(c => c.Label).HasMaxLength(DraftComment.LongestLabel);
        comment.Property(c => c.SaidBy).HasMaxLength(64);
        comment.Property(c => c.Name).HasMaxLength(DraftComment.LongestName);
        comment.Property(c => c.DoneBy).HasMaxLength(64);
        comment.HasIndex(c => new { c.DraftId, c.SaidAt, c.Id }).HasDatabaseName("studio_comments_draft");
        comment.HasIndex(c => new { c.LinkId, c.SaidAt }).HasDatabaseName("studio_comments_link");
    }

    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("studio_preview_links");
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.Property(l => l.MadeFor).HasMaxLength(PreviewLink.LongestMadeFor);
        link.Property(l => l.MadeBy).HasMaxLength(64);
        link.Property(l => l.EndedBy).HasMaxLength(64);
        link.HasIndex(l => l.SecretHash).IsUnique().HasDatabaseName("studio_preview_links_secret");
        link.HasIndex(l => new { l.DraftId, l.MadeAt }).HasDatabaseName("studio_preview_links_draft");
    }
}
