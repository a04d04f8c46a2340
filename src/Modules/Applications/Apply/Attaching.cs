using System.Text.Json;
using Madoguchi.Files.Contracts;

namespace Madoguchi.Applications.Apply;

/// <summary>The files of an application: each clean, the caller's own, free, and together not over 100 MiB.</summary>
internal sealed class Attaching(IFiles files, Actor actor)
{
    public const string SubjectKind = "application";

    /// <param name="held">Attachments the application has already; they stay its own.</param>
    public async ValueTask<Result<IReadOnlyList<Attachment>>> JudgeAsync(ProcedureEdition edition, string answers, IReadOnlyList<Attachment> held, CancellationToken stop)
    {
        var wanted = Wanted(edition, answers);
        if (wanted.Count == 0) return Array.Empty<Attachment>();

        var found = await files.FindAsync([.. wanted.Select(w => w.FileId).Distinct()], stop);
        var errors = new List<FieldError>();
        var attachments = new List<Attachment>();
        foreach (var (fileId, key) in wanted)
        {
            if (found.TryGetValue(fileId, out var file) && IsFree(file, fileId, held))
                attachments.Add(new Attachment(fileId, file.Name, file.MediaType, file.Size, key));
            else
                errors.Add(new FieldError(key, "fileUnknown"));
        }

        if (attachments.Sum(a => a.Size) > FileLimits.Application) errors.Add(new FieldError(attachments[^1].Question, "filesTooLarge", ("max", 100)));
        return errors.Count > 0 ? Refusal.Invalid(errors) : attachments;
    }

    public string Json(IReadOnlyList<Attachment> attachments) => attachments.Count == 0 ? "[]" : JsonSerializer.Serialize(attachments, JsonText.Options);

    public static IReadOnlyList<Attachment> Of(Application application) => JsonSerializer.Deserialize<List<Attachment>>(application.Attachments, JsonText.Options)!;

    public void Link(Application application, IReadOnlyList<Attachment> attachments, IReadOnlyList<Attachment>? held = null)
    {
        foreach (var fileId in attachments.Select(a => a.FileId).Distinct())
            if (held is null || held.All(h => h.FileId != fileId)) files.Link(fileId, SubjectKind, application.IntakeNumber);
    }

    private bool IsFree(StoredFile file, string fileId, IReadOnlyList<Attachment> held) =>
        file.State == FileState.Clean && (held.Any(h => h.FileId == fileId) || SampleFiles.IsSample(fileId) || (file.Owner == actor.Id && file.SubjectId is null));

    private static List<(string FileId, string Key)> Wanted(ProcedureEdition edition, string answers)
    {
        var wanted = new List<(string, string)>();
        if (!edition.Form.HasFiles()) return wanted;
        using var document = JsonDocument.Parse(answers);
        foreach (var answer in document.RootElement.EnumerateObject())
        {
            if (edition.Form.Question(answer.Name) is not { } question) continue;
            if (question.Type == QuestionType.File) Add(answer.Value, answer.Name);
            if (question.Type != QuestionType.Group || answer.Value.ValueKind != JsonValueKind.Array) continue;
            var i = 0;
            foreach (var item in answer.Value.EnumerateArray())
            {
                foreach (var part in item.EnumerateObject())
                    if (question.Questions.Any(q => q.Id == part.Name && q.Type == QuestionType.File)) Add(part.Value, $"{answer.Name}[{i}].{part.Name}");
                i++;
            }
        }

        return wanted;

        void Add(JsonElement value, string key)
        {
            foreach (var id in value.EnumerateArray()) wanted.Add((id.GetString()!, key));
        }
    }
}

internal static class FormFiles
{
    /// <summary>Whether the form has any file question at all; most submissions need no look at files.</summary>
    public static bool HasFiles(this Form form) => form.Pages.Any(p => p.Questions.Any(q => q.Type == QuestionType.File || q.Questions.Any(i => i.Type == QuestionType.File)));
}
