using System.Text.Json;
using Madoguchi.Applications.Apply;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Applications.Api;

/// <summary>下書き over the API: the same forms the pages keep.</summary>
internal static class SavedFormsApi
{
    private sealed record Body(JsonElement? Answers, string? Page);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/procedures/{slug}/saved-forms", async (string slug, ApiBody body, SavedForms forms, CancellationToken stop) =>
        {
            var form = await forms.BeginAsync(slug, body.Read<Body>().Answers, stop);
            return ApiAnswer.Created($"/api/v1/saved-forms/{form.Id}", View(form), form.Version);
        }).SignedInOnly().WithTags("SavedForms");

        var saved = api.MapGroup("/saved-forms").SignedInOnly().WithTags("SavedForms");
        saved.MapGet("/{id:guid}", async (Guid id, SavedForms forms, CancellationToken stop) => Answer(await forms.FindAsync(id, stop)));
        saved.MapPut("/{id:guid}", async (Guid id, ApiBody body, SavedForms forms, ExpectedVersion expected, CancellationToken stop) =>
        {
            expected.Check((await forms.FindAsync(id, stop)).Version);
            var given = body.Read<Body>();
            return Answer(await forms.ReplaceAsync(id, given.Answers ?? default, given.Page, stop));
        });
        saved.MapDelete("/{id:guid}", async (Guid id, SavedForms forms, ExpectedVersion expected, CancellationToken stop) =>
        {
            expected.Check((await forms.FindAsync(id, stop)).Version);
            await forms.DiscardAsync(id, stop);
            return ApiAnswer.Ok(new { Id = id, Discarded = true });
        });
    }

    private static ApiAnswer Answer(SavedForm form) => ApiAnswer.Ok(View(form), form.Version);

    private static object View(SavedForm form) => new
    {
        form.Id,
        form.Procedure,
        form.ProcedureEdition,
        Answers = JsonSerializer.Deserialize<JsonElement>(form.Answers),
        form.Page,
        form.UpdatedAt,
        form.SubmittedAs,
        form.Version,
    };
}
