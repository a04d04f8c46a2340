using System.Text.Json.Nodes;
using Madoguchi.Files.Contracts;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Questions;

/// <summary>Stores the files a page was sent and puts them to their questions. Outside any transaction.</summary>
internal sealed class TakeFiles(IFiles files, Actor actor)
{
    private static readonly Dictionary<string, string> Kinds = new() { ["application/pdf"] = "pdf", ["image/png"] = "png", ["image/jpeg"] = "jpeg" };

    public async Task<IReadOnlyList<FieldError>> RunAsync(IFormFileCollection sent, Questionnaire sheet, JsonObject answers, CancellationToken stop)
    {
        if (!actor.IsStaff) actor.RequireResident();
        var errors = new List<FieldError>();
        foreach (var file in sent.Where(f => f.Length > 0 || f.FileName.Length > 0))
        {
            if (sheet.Edition!.Form.Question(file.Name) is not { Type: QuestionType.File } question || PageActs.HolderOf(answers, file.Name) is not { } holder) continue;
            var held = holder.Of[holder.Id] as JsonArray;
            if (held?.Count >= question.Max)
            {
                errors.Add(new FieldError(file.Name, "answer.tooManyFiles", ("label", question.Short.In(sheet.Language)), ("max", question.Max)));
                continue;
            }

            var stored = await StoreAsync(file, question, stop);
            if (stored.Refused) errors.Add(stored.Refusal.Fields.Count > 0 ? stored.Refusal.Fields[0] with { Field = file.Name } : new FieldError(file.Name, $"apply.{stored.Refusal.Code}"));
            else if (held is null) holder.Of[holder.Id] = new JsonArray(JsonValue.Create(stored.Value.Id));
            else held.Add(JsonValue.Create(stored.Value.Id));
        }

        return errors;
    }

    private async Task<Result<StoredFile>> StoreAsync(IFormFile file, Question question, CancellationToken stop)
    {
        if (!Kinds.TryGetValue(file.ContentType.ToLowerInvariant(), out var kind) || !question.Accept.Contains(kind)) return new Refusal("file-type", RefusalKind.UnsupportedType);
        await using var content = file.OpenReadStream();
        return await files.StoreAsync(content, file.FileName, file.ContentType, actor.Id, stop);
    }
}
