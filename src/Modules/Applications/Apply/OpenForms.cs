using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;

namespace Madoguchi.Applications.Apply;

/// <summary>A saved form with the edition it is answered by today.</summary>
internal sealed record OpenForm(SavedForm Saved, ProcedureEdition Edition, JsonElement Answers, DateOnly Today, Language Language)
{
    public Guid Id => Saved.Id;

    /// <summary>What is asked differently since the form was begun by an older edition.</summary>
    public IReadOnlyList<ChangedQuestion> Changes { get; init; } = [];

    /// <summary>All answers judged.</summary>
    public Checked Judged => field ??= Edition.Form.Validate(Answers, Today, Language);

    /// <summary>Visible pages in order.</summary>
    public IReadOnlyList<FormPage> Pages => [.. Edition.Form.Pages.Where(p => Judged.Pages.Contains(p.Id))];

    public FormPage? Page(string id) => Pages.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether nothing on this page is missing or wrong.</summary>
    public bool IsDone(FormPage page) => !Judged.Errors.Any(e => page.Questions.Any(q => AnswerKeys.Belongs(e.Field, q.Id)));

    /// <summary>Whether the person has been on this page: what was filled in for them does not count.</summary>
    public bool IsReached(FormPage page) => IndexOf(page.Id) <= IndexOf(Saved.Page ?? "") || page.Questions.Any(q => Answers.TryGetProperty(q.Id, out _) && !Filled.Contains(q.Id));

    /// <summary>Keys filled in from what the city knows, on pages not passed yet.</summary>
    public IReadOnlySet<string> PrefilledOn(FormPage page) => IndexOf(page.Id) >= IndexOf(Saved.Page ?? "") ? Filled : new HashSet<string>();

    public OpenForm With(JsonElement answers) => new(Saved, Edition, answers, Today, Language) { Changes = Changes };

    private HashSet<string> Filled => field ??= [.. Saved.Prefilled.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private int IndexOf(string page) => Edition.Form.Pages.Select(p => p.Id).ToList().IndexOf(page);
}

/// <summary>Opens saved forms for pages. Always by the current edition: what it no longer asks is left out.</summary>
[Anyone]
internal sealed class OpenForms(SavedForms forms, IProcedures procedures, TimeProvider clock, Localizer text)
{
    /// <exception cref="NotFoundException">Not there, somebody else's, or the procedure is no longer offered.</exception>
    public async Task<OpenForm> FindAsync(Guid id, CancellationToken stop)
    {
        var saved = await forms.ReadAsync(id, stop);
        var edition = procedures.Find(saved.Procedure) ?? throw new NotFoundException();
        var answers = JsonNode.Parse(saved.Answers)!.AsObject();
        var changes = Older(saved, saved.BegunEdition, edition) is { } begun ? FormChanges.Between(begun, edition.Form, text.Language) : [];
        return new OpenForm(saved, edition, CarryAnswers.Into(edition.Form, Older(saved, saved.ProcedureEdition, edition), answers), clock.Today(), text.Language) { Changes = changes };
    }

    private Form? Older(SavedForm saved, int number, ProcedureEdition current) =>
        number == current.Number ? null : procedures.Edition(saved.Procedure, number)?.Form;
}
