using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio;

/// <summary>The module's own tables.</summary>
internal sealed class StudioDb(DbContextOptions<StudioDb> options) : ModuleDb(options, "studio_")
{
    public DbSet<DraftStep> Steps => Set<DraftStep>();

    /// <summary>What procedures were made from; whoever asks has asked whether the actor may change the procedure.</summary>
    public DbSet<Origin> Origins => Set<Origin>();
    public DbSet<ProcedureCheck> Checks => Set<ProcedureCheck>();

    /// <summary>手続棚卸: seen by all who look after procedures, changed by the division it belongs to.</summary>
    public DbSet<RegisterEntry> Register => Set<RegisterEntry>();

    /// <summary>Links to drafts for people outside; whoever asks has found the draft, or holds the secret.</summary>
    public DbSet<PreviewLink> Links => Set<PreviewLink>();

    /// <summary>Comments on drafts; whoever asks has found the draft.</summary>
    public DbSet<DraftComment> Comments => Set<DraftComment>();

    /// <summary>For those who find drafts by what they are of, not by who looks: publication.</summary>
    public IQueryable<Draft> All => Set<Draft>();

    /// <summary>Drafts of the divisions whose procedures the actor may change.</summary>
    public IQueryable<Draft> VisibleTo(Actor actor)
    {
        if (actor.DivisionsFor(ProceduresPermissions.Edit) is not { } divisions) return Set<Draft>();
        var own = divisions.ToArray();
        return Set<Draft>().Where(d => own.Contains(d.Division));
    }
}
