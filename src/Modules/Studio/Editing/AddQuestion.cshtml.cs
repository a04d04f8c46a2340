using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Editing;

/// <summary>設問を足す: what is asked and in which kind, or a question every form knows.</summary>
internal sealed class AddQuestionPage(EditDraft edit, Arrange arrange, IDefinitions definitions) : EditPage
{
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Group { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Bank { get; set; }

    public string Where { get; private set; } = "";

    public string PageId { get; private set; } = "";

    public IReadOnlyList<Choice> Types => [.. (Group is null ? QuestionForms.Kinds : Arrange.InnerKinds(Definition, Group)).Select(k => new Choice(k, Text[$"staff.studio.type.{k}"], Text[$"staff.studio.type.{k}.help"]))];

    public IReadOnlyList<Choice> Known =>
        [.. definitions.QuestionBank.Select(q => (q.Key, Question: JsonNode.Parse(q.Value)!.AsObject())).Where(q => Group is null || Arrange.InnerKinds(Definition, Group).Contains(Definition.Type(q.Question))).Select(q => new Choice(q.Key, Phrases.Ja(q.Question["label"]))).OrderBy(c => c.Label.ToString(), StringComparer.Ordinal)];

    public async Task OnGetAsync(Guid id, string topic, CancellationToken stop)
    {
        Type = "text";
        await ShowAsync(id, topic, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string topic, [FromForm] long version, CancellationToken stop)
    {
        await ShowAsync(id, topic, stop);
        var label = TextRules.Normalise(Label ?? "");
        if (label.Length == 0 && string.IsNullOrEmpty(Bank))
        {
            Accept(Refusals.Field("Label", "missing"));
            return Page();
        }

        string? key = null;
        var name = label.Length > 0 ? label : Known.FirstOrDefault(k => k.Value == Bank)?.Label.ToString() ?? "";
        var added = await edit.RunAsync(id, version, Text["staff.studio.did.added.question", ("what", name)].ToString(),
            d => (key = arrange.AddQuestion(d, topic, Group, Type, Bank, label)) is null ? Refusals.Gone : Result.Ok, stop);
        if (!added.Refused) return Redirect(Url.Content($"{Home}/edit/question/{key}"));
        await ShowRefusalAsync(id, version, added, place => place.EndsWith(".label", StringComparison.Ordinal) || place.EndsWith(".ja", StringComparison.Ordinal) ? "Label" : null, stop);
        return Page();
    }

    private async Task ShowAsync(Guid id, string topic, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        PageId = topic;
        var page = Definition.Page(topic) ?? throw new NotFoundException();
        Where = Group is null ? Phrases.Ja(page["title"]) : Definition.Question(Group) is { } group ? Definition.Label(group.Question) : throw new NotFoundException();
    }
}
