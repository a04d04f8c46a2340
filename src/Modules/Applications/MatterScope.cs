namespace Madoguchi.Applications;

/// <summary>
/// Which matters somebody may see, said once: <see cref="ApplicationsDb.VisibleTo(Actor)"/> and the SQL of the lists both translate it.
/// Own ones for residents, those of their divisions for staff, none for anybody else; both null = all of the city.
/// </summary>
internal sealed record MatterScope(string? Account, List<string>? Divisions)
{
    public static MatterScope Of(Actor actor)
    {
        if (actor.IsResident) return new(actor.Id, null);
        if (!actor.IsStaff) return new(null, []);
        return new(null, actor.DivisionsFor(ApplicationsPermissions.View)?.ToList());
    }
}
