using System.Text.Json;
using Madoguchi.Applications.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Madoguchi.Applications.Apply;

/// <summary>Keeps in the form what its owner had typed when the sign-in ended, unless the form has gone on since: so it is kept once, and never over something newer.</summary>
[Anyone]
internal sealed class ResumeForm(IServiceScopeFactory scopes, SealedPage seal) : IInterruptedForms
{
    public async Task<Resumed> ResumeAsync(string carried, string account, CancellationToken stop)
    {
        if (seal.Open(carried) is not { } typed) return Resumed.Lost;
        return await scopes.RunAsync(async services =>
        {
            // The request itself was sent by nobody.
            services.GetRequiredService<Actor>().Become(new ActorFacts(ActorKind.Resident, account, "", null, [], []));
            try
            {
                return await KeepAsync(services, await services.GetRequiredService<OpenForms>().FindAsync(typed.Form, stop), typed, stop);
            }
            catch (NotFoundException)
            {
                return Resumed.NotTheirs;
            }
        }, stop);
    }

    private static async Task<Resumed> KeepAsync(IServiceProvider services, OpenForm open, TypedPage typed, CancellationToken stop)
    {
        var page = open.Edition.Form.Pages.FirstOrDefault(p => p.Id == typed.Page);
        if (page is null || open.Saved.SubmittedAs is not null || open.Saved.UpdatedAt > typed.At) return Resumed.Lost;
        var posted = new FormCollection(typed.Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));
        var answers = new AnswerForm(posted).Read(page.Questions, new Typed(open.Answers));
        await services.GetRequiredService<SavedForms>().ReplaceAsync(open.Id, AnswerKeys.Merge(open.Answers.GetRawText(), JsonSerializer.SerializeToElement(answers)), page.Id, stop);
        return Resumed.Kept;
    }
}
