using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Formulas;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Editing;

/// <summary>結果の項目を足す: what an officer enters at a decision, or what is taken from the answers.</summary>
internal sealed class AddResultPage(EditDraft edit) : EditPage
{
    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Rows { get; set; }

    public string Key { get; private set; } = "";

    public string Where { get; private set; } = "";

    /// <summary>A column of a table takes what it shows from the items; an officer enters none.</summary>
    public bool IsColumn => Key.Contains('.');

    public IReadOnlyList<Choice> Types => [.. EndingForms.Kinds.Where(k => !(IsColumn && k == "table")).Select(k => new Choice(k, Text[$"staff.studio.type.{k}"], Text[$"staff.studio.type.{k}.help"]))];

    public IReadOnlyList<Choice> Answers { get; private set; } = [];

    public IReadOnlyList<Choice> Groups => EndingForms.Groups(Definition);

    public async Task OnGetAsync(Guid id, string key, CancellationToken stop)
    {
        Type = "text";
        await ShowAsync(id, key, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string key, [FromForm] long version, CancellationToken stop)
    {
        await ShowAsync(id, key, stop);
        var label = TextRules.Normalise(Label ?? "");
        var errors = new List<FieldError>();
        if (label.Length == 0) errors.Add(new FieldError("Label", "missing"));
        if (Types.All(t => t.Value != Type)) errors.Add(new FieldError("Type", "option"));
        if (string.IsNullOrEmpty(From) ? IsColumn : Answers.All(n => n.Value != From)) errors.Add(new FieldError("From", "option"));
        if (Type == "table" && Groups.All(g => g.Value != Rows)) errors.Add(new FieldError("Rows", "option"));
        if (errors.Count > 0)
        {
            Accept(Refusal.Invalid(errors));
            return Page();
        }

        string? made = null;
        var added = await edit.RunAsync(id, version, Text["staff.studio.did.added.result", ("what", label)].ToString(),
            d => (made = ArrangeEndings.AddResult(d, key, Type!, label, From ?? "", Rows ?? "")) is null ? Refusals.Gone : Result.Ok, stop);
        if (!added.Refused) return Redirect(Url.Content($"{Home}/edit/result/{made}"));
        await ShowRefusalAsync(id, version, added, place => place.EndsWith(".label", StringComparison.Ordinal) || place.EndsWith(".ja", StringComparison.Ordinal) ? "Label" : null, stop);
        return Page();
    }

    private async Task ShowAsync(Guid id, string key, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Key = key;
        if (Definition.Results(key) is null) throw new NotFoundException();
        var table = IsColumn ? Definition.Result(key)!.Value.Item : null;
        Where = table is null ? Phrases.Ja(Definition.Ending(key)!["label"]) : Phrases.Ja(table["label"]);
        Answers = new FormulaNames(Definition, Text).In(table?["rows"]?.ToString(), Definition.Root);
    }
}
