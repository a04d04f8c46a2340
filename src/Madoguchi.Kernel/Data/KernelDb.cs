using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Outboxes;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Data;

/// <summary>The kernel's own tables.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options) : ModuleDb(options, "kernel_")
{
    protected override void MapTables(ModelBuilder builder)
    {
        builder.Entity<AuditRow>(row =>
        {
            row.ToTable("kernel_audit").HasKey(r => r.Id);
            row.Property(r => r.ActorKind).HasMaxLength(16);
            row.Property(r => r.ActorId).HasMaxLength(64);
            row.Property(r => r.Action).HasMaxLength(64);
            row.Property(r => r.SubjectKind).HasMaxLength(32);
            row.Property(r => r.SubjectId).HasMaxLength(200);
            row.Property(r => r.Concerns).HasMaxLength(64);
        });
        builder.Entity<PendingAudit>().ToTable("kernel_audit_pending").HasKey(r => r.AuditId);
        builder.Entity<AuditSeal>(seal =>
        {
            seal.ToTable("kernel_audit_seals").HasKey(s => s.Number);
            foreach (var hash in new[] { nameof(AuditSeal.Root), nameof(AuditSeal.Previous), nameof(AuditSeal.Head), nameof(AuditSeal.KeyId) }) seal.Property(hash).HasMaxLength(64);
        });
        builder.Entity<SealLeaves>().ToTable("kernel_audit_seal_leaves").HasKey(l => l.Seal);
        builder.Entity<OutboxRow>().ToTable("kernel_outbox").Property(r => r.Kind).HasMaxLength(64);
        builder.Entity<IdempotencyRow>(kept =>
        {
            kept.ToTable("kernel_idempotency").HasKey(r => r.Key);
            kept.Property(r => r.Key).HasMaxLength(64);
            kept.Property(r => r.BodyHash).HasMaxLength(64);
        });
        builder.Entity<WrappedKey>().ToTable("kernel_keys").Property(k => k.Purpose).HasMaxLength(64);
    }
}
