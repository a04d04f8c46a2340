using Madoguchi.Applications.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Export;

/// <summary>CSV: which columns of the list go out.</summary>
internal sealed class ExportPage(ExportColumns columns, ExportMatters export, ListChoices choices, AuditTrail audit) : StaffPage
{
    private static readonly string[] Usual = ["number", "title", "status", "arrivedAt", "name", "kana", "dueOn", "assignee"];

    public ListFilter Filter { get; private set; } = new();

    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    [BindProperty(Name = "columns")]
    public string[] Chosen { get; set; } = [];

    public IEnumerable<(LocalizedText Label, string Value)> Conditions
    {
        get
        {
            yield return (Text["staff.list.status"], Named(choices.Statuses(), Filter.StatusMeant));
            if (Filter.Procedure is { } procedure) yield return (Text["staff.list.procedure"], Named(choices.Procedures(), procedure));
            if (Filter.Division is { } division) yield return (Text["staff.list.division"], Named(choices.Divisions(), division));
            if (Filter.Assignee is { } assignee) yield return (Text["staff.list.assignee"], Named(choices.Assignees(), assignee));
            if (Filter.Due is "overdue" or "soon") yield return (Text["staff.list.due"], Text[$"staff.list.due.{Filter.Due}"].ToString());
            if (Filter.ArrivedFrom is { } from) yield return (Text["staff.list.arrivedFrom"], JapaneseDate.Format(from));
            if (Filter.ArrivedTo is { } to) yield return (Text["staff.list.arrivedTo"], JapaneseDate.Format(to));
            if (!string.IsNullOrWhiteSpace(Filter.Q)) yield return (Text["staff.list.q"], Filter.Q);
        }
    }

    public bool IsChosen(ExportColumn column) => Chosen.Contains(column.Key);

    public void OnGet([FromQuery] ListFilter filter)
    {
        Show(filter);
        Chosen = Usual;
    }

    /// <summary>What goes out is recorded before the first line leaves.</summary>
    public IActionResult OnPost([FromQuery] ListFilter filter)
    {
        Show(filter);
        var chosen = Columns.Where(IsChosen).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("columns", Text["staff.export.chooseColumns"].ToString());
            return Page();
        }

        audit.Record("applications.export", "applications", "csv", new
        {
            Filter.Procedure, Status = Filter.StatusMeant, Filter.Division, Filter.Assignee, Filter.ArrivedFrom, Filter.ArrivedTo, Filter.Due, Filter.Q,
            Columns = chosen.Select(c => c.Key),
        });
        return new CsvFile("applications", [.. chosen.Select(c => c.Label)], RowsAsync(filter with { After = null }, chosen));
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> RowsAsync(ListFilter filter, IReadOnlyList<ExportColumn> chosen)
    {
        await foreach (var row in export.RunAsync(filter, HttpContext.RequestAborted)) yield return [.. chosen.Select(c => c.Value(row))];
    }

    private void Show(ListFilter filter)
    {
        Actor.Require(ApplicationsPermissions.Export);
        Filter = filter;
        Columns = columns.Of(filter.Procedure);
    }

    private static string Named(IReadOnlyList<DesignSystem.Forms.Choice> choices, string value) => choices.FirstOrDefault(c => c.Value == value)?.Label.ToString() ?? value;
}
