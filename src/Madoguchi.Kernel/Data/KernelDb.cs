using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Outboxes;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Data;

/// <summary>The kernel's own tables.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options) : ModuleDb(options, "kernel_")
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<AuditRow>().ToTable("kernel_audit").HasKey(r => r.Id);
        builder.Entity<PendingAudit>().ToTable("kernel_audit_pending").HasKey(r => r.AuditId);
        builder.Entity<AuditSeal>().ToTable("kernel_audit_seals").HasKey(r => r.Number);
        builder.Entity<AuditLeaf>().ToTable("kernel_audit_leaves").HasKey(r => r.AuditId);
        builder.Entity<OutboxRow>().ToTable("kernel_outbox").HasKey(r => r.Id);
        builder.Entity<IdempotencyRow>().ToTable("kernel_idempotency").HasKey(r => r.Key);
        builder.Entity<WrappedKey>().ToTable("kernel_keys").HasKey(r => r.Id);
        base.OnModelCreating(builder);
    }
}
