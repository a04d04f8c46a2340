using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Lists;

/// <summary>項目の一覧から始める: a file of CSV or Excel is read, what every line becomes is shown, then the draft is made.</summary>
[Upload(Largest)]
internal sealed class NewFromListPage(StartDraft start, ListQuestions questions, IDirectory directory) : StaffPage
{
    private const long Largest = 5 * 1024 * 1024;
    private const int LargestRows = 1_000_000;

    // A character is counted as one, not as the six of its escape.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Kana { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    [BindProperty]
    public string? Division { get; set; }

    /// <summary>The rows of the file, carried along until the draft is made; read anew each time.</summary>
    [BindProperty]
    public string? Rows { get; set; }

    public IReadOnlyList<ItemLine> Lines { get; private set; } = [];

    public int Good => Lines.Count(l => l.BecomesQuestion);

    public int Wrong => Lines.Count(l => l.Faults.Count > 0);

    public IReadOnlyList<Choice> Natures => [.. EmptyDefinition.Natures.Select(n => new Choice(n, Text[$"staff.studio.nature.{n}"], Text[$"staff.studio.nature.{n}.help"]))];

    public IReadOnlyList<Choice> Divisions => [.. directory.Divisions.Where(d => Actor.May(ProceduresPermissions.Edit, d.Code)).Select(d => new Choice(d.Code, d.Name))];

    public IReadOnlyList<Choice> Kinds => [.. QuestionForms.Kinds.Where(k => k is not ("group" or "table")).Select(k => new Choice(k, Text[$"staff.studio.type.{k}"]))];

    /// <summary>What else stands in the line, in a few words.</summary>
    public IEnumerable<string> MoreOf(ItemLine line)
    {
        if (line.Page.Length > 0) yield return line.Page;
        yield return Text[line.Required ? "staff.studio.list.required" : "staff.studio.list.optional"].ToString();
        if (line.Options.Count > 0) yield return string.Join("・", line.Options.Take(5)) + (line.Options.Count > 5 ? "…" : "");
        if (line.Bank is not null) yield return Text["staff.studio.list.bank"].ToString();
    }

    public void OnGet()
    {
        Actor.Require(ProceduresPermissions.Edit);
        (Nature, Division) = ("survey", Actor.Division);
    }

    /// <summary>Reads the file and shows what will become of it; nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        if (await HandedIn.ReadAsync(file, Sheet.LargestFile, stop) is not { } content)
        {
            Accept(Refusals.Field("file", "studio-file-none"));
            return Page();
        }

        var (rows, fault) = Sheet.Read(content);
        if (fault is null) (Lines, fault) = ItemReader.Read(rows);
        var carried = fault is null ? JsonSerializer.Serialize(rows, Plain) : "";
        if (carried.Length > LargestRows) (Lines, fault) = ([], "表の文字が多すぎます（合わせておよそ100万字まで）。要らない列や行を消すか、表を分けてから、選び直してください。");
        if (fault is not null) Accept(Refusal.Invalid(new FieldError("file", "studio-fault", ("reason", fault))));
        else Rows = carried;
        ModelState.Remove(nameof(Rows));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        if (Carried() is not { } rows || ItemReader.Read(rows) is not { Fault: null, Lines: var lines })
        {
            Rows = null;
            Accept(Refusals.Field("file", "studio-list-again"));
            return Page();
        }

        Lines = [.. lines.Select(l => Request.Form[$"kind-{l.Number}"].ToString() is var kind && kind is not ("group" or "table") && QuestionForms.Kinds.Contains(kind) ? l.As(kind) : l)];
        if (Good == 0)
        {
            Accept(Refusals.Field("", "studio-list-empty"));
            return Page();
        }

        var started = await start.RunAsync(new StartDraft.Input("list", null, Title, Kana, Slug, Nature, Division), stop, d => questions.Put(d, Lines));
        return Accept(started) ? Redirect(Url.Content($"~/staff/studio/{started.Value.Id}")) : Page();
    }

    // It was in the officer's browser meanwhile and may be anything.
    private List<SheetRow>? Carried()
    {
        if (Rows is not { Length: > 0 and <= LargestRows }) return null;
        try
        {
            var rows = JsonSerializer.Deserialize<List<SheetRow>>(Rows);
            return rows is null || rows.Count > Sheet.MostRows || rows.Exists(r => r?.Cells is null || r.Cells.Count > Sheet.MostColumns || r.Cells.Any(c => c is null || c.Length > Sheet.LongestCell)) ? null : rows;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
