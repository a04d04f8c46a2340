using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications;

/// <summary>The tables of the matters.</summary>
internal sealed class ApplicationsDb(DbContextOptions<ApplicationsDb> options) : ModuleDb(options, "applications_")
{
    /// <summary>Every matter; only for handlers and workers, whose event or timer is the permission. Requests go through <see cref="VisibleTo(Actor)"/>.</summary>
    public DbSet<Application> All => Set<Application>();

    public DbSet<ApplicationEvent> Events => Set<ApplicationEvent>();

    public DbSet<SavedForm> SavedForms => Set<SavedForm>();

    public DbSet<Place> Places => Set<Place>();

    /// <summary>The matters this actor may see: own ones for residents, those of their divisions for staff.</summary>
    public IQueryable<Application> VisibleTo(Actor actor) => VisibleTo(actor, All);

    /// <summary>The part of <paramref name="applications"/> this actor may see.</summary>
    public IQueryable<Application> VisibleTo(Actor actor, IQueryable<Application> applications)
    {
        if (actor.IsResident) return applications.Where(a => a.Account == actor.Id);
        if (!actor.IsStaff) return applications.Where(a => false);
        var divisions = actor.DivisionsFor(ApplicationsPermissions.View)?.ToList();
        if (divisions is null) return applications;
        if (divisions is not [var only]) return applications.Where(a => divisions.Contains(a.Division));
        return applications.Where(a => a.Division == only);
    }
}
