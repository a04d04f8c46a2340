using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.FiscalYears;

/// <summary>年度更新: the forms of a division to the new fiscal year, then on one list to be published.</summary>
[Upload(Largest), RequestFormLimits(ValueCountLimit = MostValues)]
internal sealed class FiscalYearPage(ReadYear read, RollYear roll, ProposeList propose, Lanes lanes, IProcedures procedures, IDirectory directory, TimeProvider clock) : StaffPage
{
    private const long Largest = 8 * 1024 * 1024;
    private const int MostValues = 20_000;

    private IFormCollection? typed;

    [BindProperty(Name = "division", SupportsGet = true)]
    public string? Division { get; set; }

    /// <summary>The fiscal year that ends.</summary>
    [BindProperty(Name = "from", SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(Name = "Reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "Day")]
    public string? Day { get; set; }

    [BindProperty(Name = "Checked")]
    public List<string> Checked { get; set; } = [];

    public DivisionYear? Year { get; private set; }

    public IReadOnlyList<Choice> Divisions { get; private set; } = [];

    /// <summary>How many drafts were just made; titles of what could not be.</summary>
    public int? Made { get; private set; }

    /// <summary>With the draft that somebody else made first, where there is one.</summary>
    public IReadOnlyList<(string Title, Draft? Draft)> Left { get; private set; } = [];

    public bool HasErrors => !ModelState.IsValid;

    public IReadOnlyList<Choice> Years => [.. new[] { ThisYear - 1, ThisYear }.Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), $"{NameOf(y)} → {NameOf(y + 1)}"))];

    /// <summary>Drafts that can be proposed.</summary>
    public IReadOnlyList<Draft> Ready => [.. Year!.Rolled.Where(d => d.State == DraftState.Editing)];

    public IReadOnlyList<Choice> CheckList => [.. Ready.Select(lanes.Of).SelectMany(l => l.CheckList).Distinct().Select(c => new Choice(c, lanes.WordsOf(c)))];

    public static string NameOf(int year) => JapaneseDate.FiscalYearName(new DateOnly(year, 5, 1));

    private int ThisYear => JapaneseDate.FiscalYear(clock.Today());

    public async Task OnGetAsync([FromQuery] int? made, [FromQuery] string? left, CancellationToken stop)
    {
        Made = made;
        await ShowAsync(stop);
        var drafts = (Year is null ? [] : Year.Rolled.Concat(Year.Busy)).ToLookup(d => d.Slug);
        Left = [.. (left ?? "").Split(',').Select(slug => procedures.Card(slug)).OfType<ProcedureCard>().Where(c => c.Division == Division).Select(c => (c.Title.Ja, drafts[c.Slug].FirstOrDefault()))];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, CancellationToken stop)
    {
        typed = Request.Form;
        if (Division is null || From is not { } from || from < ThisYear - 1 || from > ThisYear) throw new NotFoundException();
        var done = await roll.RunAsync(new RollYear.Input(Division, from, [.. ChosenIn(typed)], act == "rest"), stop);
        if (Accept(done)) return Redirect(Url.Content($"{Here}&made={done.Value.Made}&left={string.Join(',', procedures.All.Where(c => done.Value.Left.Contains(c.Title.Ja)).Select(c => c.Slug))}"));
        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostProposeAsync([FromForm] Guid[] drafts, CancellationToken stop)
    {
        if (Division is null || From is not { } from || from < ThisYear - 1 || from > ThisYear) throw new NotFoundException();
        var versions = drafts.Distinct().ToDictionary(d => d, d => long.TryParse(Request.Form[$"version.{d}"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1);
        var proposed = await propose.RunAsync(new ProposeList.Input($"{NameOf(from + 1)}への更新", versions, Reason, Day, Checked), stop);
        if (Accept(proposed)) return Redirect(Url.Content(proposed.Value is [var only] ? $"~/staff/approvals/{only}" : Here));
        await ShowAsync(stop);
        return Page();
    }

    public string NameOfDivision(string code) => directory.Division(code)?.Name ?? code;

    public string NameOfPerson(string id) => directory.NamesOf([id]).GetValueOrDefault(id)?.Name ?? id;

    public string Here => $"~/staff/studio/fiscal-year?division={Uri.EscapeDataString(Division ?? "")}&from={From}";

    /// <summary>What stands in the field: as it was typed, else as it is proposed.</summary>
    public string ValueOf(YearProcedure procedure, int place) => typed?[RollYear.FieldOf(procedure.Card.Slug, place)].ToString() is { Length: > 0 } value ? value : procedure.Found[place].Proposed;

    public bool Takes(YearProcedure procedure, int place) => typed is null ? procedure.Found[place].Take : typed["take"].Contains($"{procedure.Card.Slug}/{place}");

    public bool Rolls(YearProcedure procedure) => typed is null || typed["procedure"].Contains(procedure.Card.Slug);

    private IEnumerable<RollYear.Chosen> ChosenIn(IFormCollection form)
    {
        var taken = form["take"].OfType<string>().Select(t => t.Split('/')).Where(t => t.Length == 2).ToLookup(t => t[0], t => t[1]);
        foreach (var slug in form["procedure"].OfType<string>().Distinct())
        {
            if (!int.TryParse(form[$"number.{slug}"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            var values = taken[slug].Distinct().Where(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Select(p => int.Parse(p, CultureInfo.InvariantCulture)).Distinct().ToDictionary(p => p, p => form[RollYear.FieldOf(slug, p)].ToString());
            yield return new RollYear.Chosen(slug, number, values);
        }
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        var own = procedures.All.Select(c => c.Division).Distinct().Where(d => Actor.May(ProceduresPermissions.Edit, d)).ToHashSet();
        Divisions = [.. directory.Divisions.Where(d => own.Contains(d.Code)).Select(d => new Choice(d.Code, d.Name))];
        Division ??= Divisions.Count == 1 || Divisions.All(d => d.Value != Actor.Division) ? Divisions.FirstOrDefault()?.Value : Actor.Division;
        // In spring it is the year that has just ended.
        From ??= clock.Today().Month is 4 or 5 ? ThisYear - 1 : ThisYear;
        if (Division is null) return;
        if (!own.Contains(Division) || From < ThisYear - 1 || From > ThisYear) throw new NotFoundException();
        Year = await read.RunAsync(Division, From.Value, stop);
        var first = new DateOnly(From.Value + 1, 4, 1);
        Day ??= first > clock.Today() ? first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }
}
