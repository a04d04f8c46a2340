using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Insights.Look;

/// <summary>手続の使われ方: how many begin and finish each procedure, how long it takes, what they say.</summary>
internal sealed class InsightsPage(ReadFigures figures, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "days")]
    public string? Asked { get; set; }

    public DaysBack Back => DaysBack.Of(Asked);

    public IReadOnlyList<ReadFigures.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Lines = await figures.AllAsync(Back.From(clock.Today()), stop);
}
