using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Madoguchi.Files.Contracts;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Questions;

/// <summary>Makes the sheet of questions a page shows.</summary>
internal sealed class Sheets(IFiles files, ISessionPlaces places, IDirectory directory, Actor actor, TimeProvider clock, Localizer text)
{
    public async Task<Questionnaire> OfAsync(
        ProcedureEdition edition, IReadOnlyList<Question> questions, JsonElement answers, DateOnly today, IFormCollection? posted = null,
        IReadOnlySet<string>? prefilled = null, IReadOnlySet<string>? opened = null, string? heldBy = null, CancellationToken stop = default)
    {
        var padded = Questionnaire.WithFirstItems(questions, answers);
        var typed = new Typed(padded, posted);
        var shown = edition.Form.Show(answers, today, text.Language).SelectMany(p => p.Answers).ToList();
        return new Questionnaire
        {
            Edition = edition,
            Questions = questions,
            Checked = edition.Form.Validate(padded, today, text.Language),
            Typed = typed,
            Language = text.Language,
            City = directory.City,
            Today = today,
            Now = clock.Now(),
            Computed = shown.Where(a => a.Question is null && a.Item is not null).ToLookup(a => a.Key[..(a.Key.LastIndexOf('.') + 1)]),
            Files = await FilesAsync(questions, typed, heldBy, stop),
            FilesAt = actor.IsStaff ? "/staff/files" : "/files",
            Places = questions.Any(q => q.OptionsAreSessions) ? await places.LeftAsync(edition.Slug, edition.Sessions(today), stop) : new Dictionary<string, PlacesLeft>(),
            Prefilled = prefilled ?? new HashSet<string>(),
            Opened = opened,
            Before = opened is null ? new Dictionary<string, LocalizedText>() : shown.Where(a => a.Answered).DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Value),
        };
    }

    /// <summary>All questions of a form that takes no files and belongs to no procedure.</summary>
    public Questionnaire Of(Form form, JsonElement answers, DateOnly today, IFormCollection? posted) => new()
    {
        Edition = null,
        Questions = [.. form.Pages.SelectMany(p => p.Questions)],
        Checked = form.Validate(answers, today, text.Language),
        Typed = new Typed(answers, posted),
        Language = text.Language,
        City = directory.City,
        Today = today,
        Now = clock.Now(),
        Computed = Array.Empty<ShownAnswer>().ToLookup(a => a.Key),
        Files = new Dictionary<string, StoredFile>(),
        FilesAt = "",
        Places = new Dictionary<string, PlacesLeft>(),
    };

    private async Task<IReadOnlyDictionary<string, StoredFile>> FilesAsync(IReadOnlyList<Question> questions, Typed typed, string? heldBy, CancellationToken stop)
    {
        var ids = FileKeys(questions, typed).SelectMany(typed.Many).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<string, StoredFile>();
        var found = await files.FindAsync(ids, stop);
        return found.Values.Where(f => f.Owner == actor.Id || SampleFiles.IsSample(f.Id) || (heldBy is not null && f.SubjectId == heldBy)).ToDictionary(f => f.Id);
    }

    /// <summary>Keys of the file questions, those of items too.</summary>
    public static IEnumerable<string> FileKeys(IReadOnlyList<Question> questions, Typed typed) =>
        questions.SelectMany(q => q.Type switch
        {
            QuestionType.File => [q.Id],
            QuestionType.Group => Enumerable.Range(0, typed.Count(q.Id)).SelectMany(i => q.Questions.Where(f => f.Type == QuestionType.File).Select(f => $"{q.Id}[{i}].{f.Id}")),
            _ => Enumerable.Empty<string>(),
        });
}
