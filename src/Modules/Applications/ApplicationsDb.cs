using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications;

/// <summary>The tables of the matters.</summary>
internal sealed class ApplicationsDb(DbContextOptions<ApplicationsDb> options) : ModuleDb(options, "applications_")
{
    public DbSet<Application> Applications => Set<Application>();

    public DbSet<ApplicationEvent> Events => Set<ApplicationEvent>();

    public DbSet<SavedForm> SavedForms => Set<SavedForm>();

    public DbSet<Place> Places => Set<Place>();

    /// <summary>The matters this actor may see: own ones for residents, those of their divisions for staff.</summary>
    public IQueryable<Application> VisibleTo(Actor actor)
    {
        if (actor.IsResident) return Applications.Where(a => a.Account == actor.Id);
        if (!actor.IsStaff) return Applications.Where(a => false);
        var divisions = actor.DivisionsFor(ApplicationsPermissions.View);
        if (divisions is null) return Applications;
        return divisions.Count == 1
            ? Applications.Where(a => a.Division == divisions.First())
            : Applications.Where(a => divisions.Contains(a.Division));
    }
}
