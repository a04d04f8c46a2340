using Madoguchi.Applications.Contracts;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Preview;

/// <summary>How one thing of a draft looks to residents, beside the form that changes it: as it was saved, or (POST) as it is typed, which saves nothing.</summary>
[RequestFormLimits(ValueCountLimit = EditThingPage.MostValues)]
internal sealed class LookPage(DraftDesk desk, DraftReads reads, IDefinitions definitions, Things things, IFormPreview forms, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Code { get; set; }

    /// <summary>Only to be looked at: nothing in it can be reached.</summary>
    [BindProperty(SupportsGet = true, Name = "picture")]
    public bool IsPicture { get; set; }

    public ProcedureEdition? Edition { get; private set; }

    /// <summary>Why it cannot be shown as it is typed.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public FormPage? Topic { get; private set; }

    public FormExit? Exit { get; private set; }

    public IReadOnlyList<PreviewPart> Parts { get; private set; } = [];

    /// <summary>Outcomes with what is said after them.</summary>
    public IReadOnlyList<(string Outcome, PreviewPart Part)> Outcomes { get; private set; } = [];

    public Language Language => Languages.All.FirstOrDefault(l => l.Code() == Code);

    public async Task OnGetAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        var draft = await desk.FindAsync(id, stop);
        Edition = reads.Of(draft)?.Edition ?? throw new NotFoundException();
        await ShowAsync(Edition, kind, key, stop);
    }

    [AppendOnly]
    public async Task OnPostAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        var draft = await desk.FindAsync(id, stop);
        var definition = Definition.Parse(draft.Definition);
        var thing = things.Find(definition, kind, key) ?? throw new NotFoundException();
        new FieldWriter(EditThingPage.TypedIn(Request.Form, thing)).Write(thing.Object, thing.Fields);
        var read = definitions.Read(definition.Text);
        Edition = read.Edition;
        if (Edition is not null) await ShowAsync(Edition, kind, key, stop);
        else Faults = [.. read.Faults.Take(5).Select(f => FaultWords.Of(f.Reason, _ => null, Places.Of(f.Place, definition)?.Name)).Distinct()];
    }

    public string Href(Language language) => Url.Content($"~{Request.Path}?lang={language.Code()}");

    private async Task ShowAsync(ProcedureEdition edition, string kind, string key, CancellationToken stop)
    {
        var (form, today) = (edition.Form, clock.Today());
        var answers = JsonSerializer.SerializeToElement(form.Example(today));
        Text.Language = Language;
        switch (kind)
        {
            case "question":
                Parts = await forms.QuestionsAsync(edition, [form.Question(key.Split('.')[0]) ?? throw new NotFoundException()], answers, today, stop);
                break;
            case "document":
                Parts = await forms.QuestionsAsync(edition, [.. form.Pages.SelectMany(p => p.Questions).Where(q => q.Document == key)], answers, today, stop);
                break;
            case "page":
                Topic = form.Pages.FirstOrDefault(p => p.Id == key) ?? throw new NotFoundException();
                Parts = await forms.PageAsync(edition, Topic, answers, today, stop);
                break;
            case "exit":
                Exit = form.Pages.SelectMany(p => p.Exits).FirstOrDefault(e => e.Id == key) ?? throw new NotFoundException();
                break;
            case "facts" when key == "after":
                Outcomes = [.. edition.Afterwards.Select(a => (a.Key, forms.After(a.Value)))];
                break;
            default:
                throw new NotFoundException();
        }

        Text.Language = Language.Ja;
    }
}
