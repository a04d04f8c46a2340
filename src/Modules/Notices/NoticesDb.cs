using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Data;
using Madoguchi.Notices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices;

internal sealed class NoticesDb(DbContextOptions<NoticesDb> options) : ModuleDb(options, "notices_")
{
    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NumberRow> Numbers => Set<NumberRow>();

    /// <summary>What has left the house: whoever holds such a notice may ask whether it is genuine.</summary>
    public IQueryable<Notice> Issued => Notices.Where(n => n.State == NoticeState.Issued);

    /// <summary>What its addressee may see.</summary>
    public IQueryable<Notice> Available => Notices.Where(n => n.AvailableAt != null);

    /// <summary>For the module that owns these matters and has asked who looks.</summary>
    public IQueryable<Notice> OfMatters(IReadOnlyCollection<string> intakeNumbers) => Notices.Where(n => intakeNumbers.Contains(n.IntakeNumber));

    /// <summary>What the actor may see: staff their divisions' notices, a resident what has been given to them.</summary>
    public IQueryable<Notice> VisibleTo(Actor actor)
    {
        if (actor.Kind == ActorKind.System) return Notices;
        if (actor.IsResident) return Available.Where(n => n.AccountId == actor.Id);
        if (!actor.IsStaff) return Notices.Where(n => false);

        var divisions = actor.DivisionsFor(NoticesPermissions.View);
        return divisions is null ? Notices : Notices.Where(n => divisions.Contains(n.Division));
    }
}
