using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Register;

/// <summary>オンライン化率 and what to put online next.</summary>
internal sealed class FiguresPage(RegisterFigures figures, IDirectory directory) : StaffPage
{
    public Figures Figures { get; private set; } = null!;

    public string? Division { get; private set; }

    public string Counted { get; private set; } = "months";

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Select(d => new Choice(d.Code, d.Name))];

    public IReadOnlyList<Choice> Years => [new("months", Text["staff.studio.register.months"]), new("fiscal", Text["staff.studio.register.fiscal"])];

    public async Task OnGetAsync([FromQuery] string? division, [FromQuery] string? counted, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        (Division, Counted) = (directory.Division(division ?? "")?.Code, counted == "fiscal" ? "fiscal" : "months");
        Figures = await figures.RunAsync(Division, Counted, stop);
    }

    public string DivisionOf(string code) => directory.Division(code)?.Name ?? code;

    public static string Percent(double? rate) => rate is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";
}
