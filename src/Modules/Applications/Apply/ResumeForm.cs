using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Madoguchi.Applications.Apply;

/// <summary>Gives back to its owner what was typed when the sign-in ended: a saved form keeps it, unless it has gone on since; a page of a matter is shown it again.</summary>
[Anyone]
internal sealed class ResumeForm(IServiceScopeFactory scopes, SealedPage seal) : IInterruptedForms
{
    public async Task<Resumption> ResumeAsync(string carried, string account, CancellationToken stop)
    {
        if (seal.Open(carried) is not { } typed) return new(Resumed.Lost);
        return await scopes.RunAsync(async services =>
        {
            // The request itself was sent by nobody.
            services.GetRequiredService<Actor>().Become(new ActorFacts(ActorKind.Resident, account, "", null, [], []));
            try
            {
                if (Guid.TryParse(typed.Of, out var form)) return new(await KeepAsync(services, await services.GetRequiredService<OpenForms>().FindAsync(form, stop), typed, stop));
                await services.GetRequiredService<Matters>().ToReadAsync(typed.Of, stop);
                return new Resumption(Resumed.Carried, typed.Fields);
            }
            catch (NotFoundException)
            {
                return new(Resumed.NotTheirs);
            }
        }, stop);
    }

    private static async Task<Resumed> KeepAsync(IServiceProvider services, OpenForm open, TypedPage typed, CancellationToken stop)
    {
        var page = open.Edition.Form.Pages.FirstOrDefault(p => p.Id == typed.Page);
        if (page is null || open.Saved.SubmittedAs is not null) return Resumed.Lost;
        var posted = new FormCollection(typed.Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));
        var answers = AnswerKeys.Merge(open.Answers.GetRawText(), JsonSerializer.SerializeToElement(new AnswerForm(posted).Read(page.Questions, new Typed(open.Answers))));
        // The sign-in was pressed twice: the first press has kept it.
        if (JsonNode.DeepEquals(JsonNode.Parse(answers.GetRawText()), JsonNode.Parse(open.Answers.GetRawText()))) return Resumed.Kept;
        if (open.Saved.UpdatedAt > typed.At) return Resumed.Lost;
        await services.GetRequiredService<SavedForms>().ReplaceAsync(open.Id, answers, page.Id, stop);
        return Resumed.Kept;
    }
}
