using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>The front door: what do you want to do?</summary>
[Anyone]
internal sealed class HomePage(IProcedures procedures, ILifeEvents lifeEvents, IDirectory directory) : ResidentPage
{
    public City City => directory.City;

    /// <summary>A few questions lead to a list of what there is to do.</summary>
    public IReadOnlyList<LifeEventCard> LifeEvents => lifeEvents.Cards;

    /// <summary>Life events that have a procedure, with how many.</summary>
    public IReadOnlyList<(string Code, LocalizedText Label, int Count)> Events { get; private set; } = [];

    public void OnGet()
    {
        Events =
        [
            .. procedures.All.SelectMany(e => e.LifeEvents).GroupBy(code => code).Where(g => Text.Has($"lifeEvent.{g.Key}"))
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Text[$"lifeEvent.{g.Key}"], g.Count())),
        ];
    }
}
