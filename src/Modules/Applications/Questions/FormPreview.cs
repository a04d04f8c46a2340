using System.Text.Json;
using Madoguchi.Applications.Contracts;
using Madoguchi.Files.Contracts;

namespace Madoguchi.Applications.Questions;

/// <summary>Makes the parts of the resident's pages without a saved form.</summary>
internal sealed class FormPreview(Sheets sheets, IFiles files, Localizer text) : IFormPreview
{
    public async Task<IReadOnlyList<PreviewPart>> PageAsync(ProcedureEdition edition, FormPage page, JsonElement answers, DateOnly today, CancellationToken stop)
    {
        var sheet = await sheets.OfAsync(edition, page.Questions, answers, today, stop: stop);
        return [.. sheet.Asked.Select(a => new PreviewPart("/Modules/Applications/Questions/_Asked.cshtml", a))];
    }

    public async Task<IReadOnlyList<PreviewPart>> QuestionsAsync(ProcedureEdition edition, IReadOnlyList<Question> questions, JsonElement answers, DateOnly today, CancellationToken stop)
    {
        var sheet = await sheets.OfAsync(edition, questions, answers, today, stop: stop);
        return [.. questions.Select(q => new PreviewPart("/Modules/Applications/Questions/_Asked.cshtml", new Asked(sheet, q, q.Id)))];
    }

    public PreviewPart After(Afterwards afterwards) => new("/Modules/Applications/MyApplications/_Afterwards.cshtml", afterwards);

    public async Task<IReadOnlyList<PreviewTopic>> CheckAsync(ProcedureEdition edition, JsonElement answers, DateOnly today, CancellationToken stop)
    {
        var shown = edition.Form.Show(answers, today, text.Language);
        var attached = await files.FindAsync([.. shown.SelectMany(p => p.Answers).SelectMany(a => a.Files).Distinct()], stop);
        return [.. shown.Where(t => t.Answers.Count > 0).Select(t => new PreviewTopic(t.Page, new PreviewPart("/Modules/Applications/Questions/_ShownAnswers.cshtml", new ShownAnswers([.. t.Answers], attached))))];
    }
}
