using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>Every page there is, on one page.</summary>
[Anyone, Cacheable]
internal sealed class SiteMapPage(IProcedures procedures, ILifeEvents lifeEvents) : ResidentPage
{
    public IReadOnlyList<LifeEventCard> LifeEvents => lifeEvents.Cards;

    /// <summary>In the order of their kana.</summary>
    public IReadOnlyList<ProcedureCard> Procedures => [.. procedures.All.OrderBy(p => p.Kana, StringComparer.Ordinal)];
}
