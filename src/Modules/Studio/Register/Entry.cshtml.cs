using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>One procedure of the register: what its definition says, what the city writes beside it.</summary>
internal sealed class EntryPage(StudioDb db, ReadRegister read, KeepEntry keep, RemoveEntry remove, IProcedures procedures, IDirectory directory) : StaffPage
{
    public string Key { get; private set; } = "";

    public ProcedureCard? Card { get; private set; }

    public RegisterEntry? Entry { get; private set; }

    public string[] Cells { get; private set; } = [];

    public bool MayChange { get; private set; }

    public long Version { get; private set; }

    [BindProperty]
    public string? Division { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Seal { get; set; }

    [BindProperty]
    public string? WhyOffline { get; set; }

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Where(d => Actor.May(ProceduresPermissions.Edit, d.Code)).Select(d => new Choice(d.Code, d.Name))];

    public static IReadOnlyList<Choice> SealChoices => [.. SurveyColumns.Own[2].Codes.Select(c => new Choice(c, c))];

    public string Name => Card?.Title.Ja ?? Entry?.Name ?? Text["staff.studio.register.new"].ToString();

    public string DivisionOf(string code) => directory.Division(code)?.Name ?? code;

    public async Task OnGetAsync(string key, CancellationToken stop)
    {
        await OpenAsync(key, stop);
        (Division, Minutes, WhyOffline) = (Card?.Division ?? Entry?.Division ?? Actor.Division, Entry?.Minutes?.ToString(CultureInfo.InvariantCulture), Entry?.WhyOffline);
        Seal = Entry?.Seal switch { true => "要", false => "不要", _ => null };
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] long version, CancellationToken stop)
    {
        var typed = Enumerable.Range(0, SurveyColumns.All.Count).Select(i => string.Join(';', Request.Form[KeepEntry.FieldOf(i)].ToArray())).ToArray();
        var kept = await keep.RunAsync(new KeepEntry.Input(key, version, typed, Division, Minutes, Seal, WhyOffline), stop);
        if (Accept(kept)) return Redirect(Url.Content("~/staff/studio/register?q=" + Uri.EscapeDataString(kept.Value.Name.Length > 60 ? kept.Value.Name[..60] : kept.Value.Name)));
        await OpenAsync(key, stop);
        Version = version;
        for (var i = 0; i < Cells.Length; i++)
            if (!IsFilled(i)) Cells[i] = typed[i];
        var page = Page();
        page.StatusCode = kept.Refusal == Refusals.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return page;
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] long version, CancellationToken stop)
    {
        await OpenAsync(key, stop);
        if (Entry is null) throw new NotFoundException();
        if (Accept(await remove.RunAsync(Entry.Id, version, stop))) return Redirect(Url.Content("~/staff/studio/register"));
        return Page();
    }

    /// <summary>Whether the definition or the matters say it.</summary>
    public bool IsFilled(int column) => (Card is not null && CatalogueCells.Filled.Contains(column)) || (column == SurveyColumns.Id && Entry is not null);

    public IEnumerable<IGrouping<string, int>> Groups => Enumerable.Range(0, SurveyColumns.All.Count).GroupBy(i => SurveyColumns.All[i].Group);

    private async Task OpenAsync(string key, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        (Key, Card) = (key, procedures.Card(key));
        if (Card is not null) (Cells, Entry) = await read.OfProcedureAsync(Card, null, stop);
        else if (key != "new")
        {
            Entry = Guid.TryParse(key, out var id) ? await db.Register.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, stop) : null;
            Cells = ReadRegister.CellsOf(Entry ?? throw new NotFoundException())!;
        }
        else Cells = [.. Enumerable.Repeat("", SurveyColumns.All.Count)];
        Version = Entry?.Version ?? 0;
        MayChange = Actor.May(ProceduresPermissions.Edit, Card?.Division ?? Entry?.Division);
    }
}
