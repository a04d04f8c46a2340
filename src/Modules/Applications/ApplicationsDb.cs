using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications;

/// <summary>The tables of the matters.</summary>
internal sealed class ApplicationsDb(DbContextOptions<ApplicationsDb> options) : ModuleDb(options, "applications_")
{
    /// <summary>Every matter; only for handlers and workers, whose event or timer is the permission. Requests go through <see cref="VisibleTo(Actor)"/>.</summary>
    public DbSet<Application> All => Set<Application>();

    public DbSet<ApplicationEvent> Events => Set<ApplicationEvent>();

    public DbSet<SavedForm> SavedForms => Set<SavedForm>();

    public DbSet<LifePlan> LifePlans => Set<LifePlan>();

    public DbSet<Place> Places => Set<Place>();

    /// <summary>The matters this actor may see: own ones for residents, those of their divisions for staff.</summary>
    public IQueryable<Application> VisibleTo(Actor actor) => VisibleTo(actor, All);

    /// <summary>The part of <paramref name="applications"/> this actor may see.</summary>
    public IQueryable<Application> VisibleTo(Actor actor, IQueryable<Application> applications)
    {
        var scope = MatterScope.Of(actor);
        if (scope.Account is { } account) return applications.Where(a => a.Account == account);
        return scope.Divisions switch
        {
            null => applications,
            [] => applications.Where(a => false),
            [var only] => applications.Where(a => a.Division == only),
            var divisions => applications.Where(a => divisions.Contains(a.Division)),
        };
    }
}
