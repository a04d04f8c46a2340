using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Approvals.Data;

internal sealed class ApprovalMapping :
    IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<RouteStep>, IEntityTypeConfiguration<ListedItem>, IEntityTypeConfiguration<Act>
{
    private const int Code = 64;
    private const int Name = 200;

    public void Configure(EntityTypeBuilder<Approval> approval)
    {
        approval.ToTable("approvals_approvals").HasKey(a => a.Id);
        Limit(approval, Code, nameof(Approval.Kind), nameof(Approval.Division), nameof(Approval.DrafterId));
        Limit(approval, Name, nameof(Approval.Subject), nameof(Approval.DrafterTitle));
        approval.Property(a => a.Version).IsConcurrencyToken();
        approval.Ignore(a => a.ItemIds).Ignore(a => a.ContentSha256);
        approval.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ApprovalId);
        approval.HasMany(a => a.Items).WithOne().HasForeignKey(i => i.ApprovalId);
        approval.HasMany(a => a.Acts).WithOne().HasForeignKey(x => x.ApprovalId);
        approval.HasIndex(a => new { a.DrafterId, a.StartedAt, a.Id }).HasDatabaseName("approvals_approvals_drafter");
        approval.HasIndex(a => new { a.Division, a.StartedAt, a.Id }).HasDatabaseName("approvals_approvals_division");
    }

    public void Configure(EntityTypeBuilder<RouteStep> step)
    {
        step.ToTable("approvals_steps").HasKey(s => s.Id);
        Limit(step, Code, nameof(RouteStep.Post), nameof(RouteStep.ActorId));
        Limit(step, Name, nameof(RouteStep.ActorTitle));
        step.HasIndex(s => s.ApprovalId).HasDatabaseName("approvals_steps_approval");
        step.HasIndex(s => new { s.Post, s.State }).HasDatabaseName("approvals_steps_post");
    }

    public void Configure(EntityTypeBuilder<ListedItem> item)
    {
        item.ToTable("approvals_items").HasKey(i => i.Id);
        Limit(item, Code, nameof(ListedItem.Item));
        item.HasIndex(i => i.ApprovalId).HasDatabaseName("approvals_items_approval");
        item.HasIndex(i => i.Item).HasDatabaseName("approvals_items_item");
    }

    public void Configure(EntityTypeBuilder<Act> act)
    {
        act.ToTable("approvals_acts").HasKey(x => x.Id);
        Limit(act, Code, nameof(Act.ActorId), nameof(Act.ActorPost), nameof(Act.ForPost), nameof(Act.Item), nameof(Act.ContentSha256));
        Limit(act, Name, nameof(Act.ActorTitle));
        act.HasIndex(x => x.ApprovalId).HasDatabaseName("approvals_acts_approval");
        act.HasIndex(x => new { x.ActorId, x.Kind }).HasDatabaseName("approvals_acts_actor");
    }

    private static void Limit<T>(EntityTypeBuilder<T> entity, int length, params string[] properties) where T : class
    {
        foreach (var property in properties) entity.Property(property).HasMaxLength(length);
    }
}
