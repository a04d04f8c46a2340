using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Figures;

/// <summary>回答の集計 of one procedure.</summary>
internal sealed class AnswersOfProcedurePage(AnswerFigures figures) : StaffPage
{
    /// <summary>Periods an officer may choose.</summary>
    public static readonly int[] Periods = [30, 90, 365];

    public ProcedureEdition Edition { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; }

    public int Matters { get; private set; }

    public IReadOnlyList<QuestionFigure> Questions { get; private set; } = [];

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Edition = figures.EditionOf(slug);
        if (!Periods.Contains(Days)) Days = Periods[1];
        (Matters, Questions) = await figures.RunAsync(slug, Days, stop);
    }

    public static int Share(int part, int whole) => whole == 0 ? 0 : (int)Math.Round(100.0 * part / whole);
}
