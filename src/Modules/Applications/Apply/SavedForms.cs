using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Answering;
using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Apply;

/// <summary>下書き: begun with what is known, kept at every page, resumed on any device, thrown away by its owner.</summary>
[Anyone]
internal sealed class SavedForms(ApplicationsDb db, IProcedures procedures, Prefilling prefilling, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Begins a form of the current edition, prefilled from the account and earlier answers.</summary>
    /// <param name="carried">Answers given to the questions of a life event: newer than anything known.</param>
    public async Task<SavedForm> BeginAsync(string slug, JsonElement? answers, CancellationToken stop, JsonObject? carried = null)
    {
        RequireOwner();
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        if (procedures.StoppedAt(slug) is not null) throw new RefusedException(Refusals.ProcedureStopped);
        var (known, keys) = answers is { ValueKind: JsonValueKind.Object } given ? (given.GetRawText(), "") : await prefilling.RunAsync(edition, carried, stop);
        var form = new SavedForm
        {
            Id = Guid.CreateVersion7(),
            Account = actor.Id,
            Procedure = edition.Slug,
            BegunEdition = edition.Number,
            Prefilled = keys,
            CreatedAt = clock.Now(),
        };
        form.Keep(known, edition.Form.Pages[0].Id, edition.Number, clock.Now());
        db.Add(form);
        return form;
    }

    /// <exception cref="NotFoundException">Not there, or somebody else's.</exception>
    public async Task<SavedForm> FindAsync(Guid id, CancellationToken stop)
    {
        RequireOwner();
        return await db.SavedForms.FirstOrDefaultAsync(f => f.Id == id && f.Account == actor.Id, stop) ?? throw new NotFoundException();
    }

    /// <summary>The form to look at: not tracked, so that an act after it finds the newest version.</summary>
    /// <exception cref="NotFoundException">Not there, or somebody else's.</exception>
    public async Task<SavedForm> ReadAsync(Guid id, CancellationToken stop)
    {
        RequireOwner();
        return await db.SavedForms.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.Account == actor.Id, stop) ?? throw new NotFoundException();
    }

    /// <summary>Own forms not yet submitted, newest first.</summary>
    /// <param name="procedure">Only of this one; null for all.</param>
    public async Task<IReadOnlyList<SavedForm>> MineAsync(string? procedure, int limit, CancellationToken stop)
    {
        RequireOwner();
        return await db.SavedForms.AsNoTracking().Where(f => f.Account == actor.Id && f.SubmittedAs == null && (procedure == null || f.Procedure == procedure))
            .OrderByDescending(f => f.UpdatedAt).Take(limit).ToListAsync(stop);
    }

    /// <summary>Keeps what was typed, valid or not, in place of what was there.</summary>
    public async Task<SavedForm> ReplaceAsync(Guid id, JsonElement answers, string? page, CancellationToken stop)
    {
        if (answers.ValueKind != JsonValueKind.Object) throw new RefusedException(Refusals.Missing("answers"));
        var form = await FindAsync(id, stop);
        if (form.SubmittedAs is not null) throw new RefusedException(Refusals.FormSubmitted);
        var edition = procedures.Find(form.Procedure);
        var known = edition?.Form.Pages.FirstOrDefault(p => p.Id == page);
        form.Keep(answers.GetRawText(), known?.Id, edition?.Number ?? form.ProcedureEdition, clock.Now());
        return form;
    }

    /// <summary>Becomes the matter of this number.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Pressed twice, and the other press was first: this one is rolled back.</exception>
    public async Task SubmitAsAsync(Guid id, string intakeNumber, CancellationToken stop)
    {
        var form = await FindAsync(id, stop);
        if (form.SubmittedAs is not null) throw new DbUpdateConcurrencyException("Submitted already");
        form.SubmitAs(intakeNumber, clock.Now());
    }

    public async Task DiscardAsync(Guid id, CancellationToken stop)
    {
        db.Remove(await FindAsync(id, stop));
        audit.Record("applications.formDiscarded", "savedForm", id.ToString());
    }

    private void RequireOwner()
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
    }
}

/// <summary>Fills a new form with what the city knows: the account's own data and the newest earlier answer to a question of the same meaning.</summary>
internal sealed class Prefilling(ApplicationsDb db, IProcedures procedures, IResidents residents, Actor actor)
{
    private const int Earlier = 5;

    public async Task<(string Answers, string Keys)> RunAsync(ProcedureEdition edition, JsonObject? carried, CancellationToken stop)
    {
        var answers = await KnownAsync(edition, stop);
        foreach (var (question, value) in carried ?? []) answers[question] = value?.DeepClone();
        return (answers.ToJsonString(JsonText.Options), string.Join('\n', answers.Select(a => a.Key)));
    }

    private async Task<JsonObject> KnownAsync(ProcedureEdition edition, CancellationToken stop)
    {
        var wanted = edition.Form.Pages.SelectMany(p => p.Questions).Where(q => q.Prefill is not null).ToList();
        if (wanted.Count == 0 || !actor.IsResident) return [];
        var account = await residents.Of(actor.Id, stop);
        var known = await EarlierAnswersAsync(account?.FullName, stop);
        if (account is not null)
            foreach (var (binding, value) in AccountFacts.Of(account)) known.TryAdd(binding, value);

        var answers = new JsonObject();
        foreach (var question in wanted)
            if (known.TryGetValue(question.Prefill!, out var value) && Fits(question, value)) answers[question.Id] = value.DeepClone();
        return answers;
    }

    // What was written for somebody else (a child, an association) is not what the city knows of this person.
    private async Task<Dictionary<string, JsonNode>> EarlierAnswersAsync(string? own, CancellationToken stop)
    {
        var earlier = await db.VisibleTo(actor).AsNoTracking().Where(a => own == null || a.ApplicantName == own).OrderByDescending(a => a.ArrivedAt).Take(Earlier)
            .Select(a => new { a.Procedure, a.ProcedureEdition, a.Answers }).ToListAsync(stop);
        var known = new Dictionary<string, JsonNode>();
        foreach (var application in earlier)
        {
            if (procedures.Edition(application.Procedure, application.ProcedureEdition) is not { } edition) continue;
            var answers = JsonNode.Parse(application.Answers)!.AsObject();
            foreach (var question in edition.Form.Pages.SelectMany(p => p.Questions))
                if (question.Prefill is { } binding && answers[question.Id] is { } value) known.TryAdd(binding, value);
        }

        return known;
    }

    private static bool Fits(Question question, JsonNode value) => question.Type switch
    {
        QuestionType.Name or QuestionType.Address => value is JsonObject,
        _ => value is JsonValue,
    };
}

/// <summary>An account's own data under the bindings of the procedure format.</summary>
internal static class AccountFacts
{
    public static IEnumerable<(string Binding, JsonNode Value)> Of(ResidentAccount account)
    {
        var address = JsonSerializer.SerializeToNode(account.Address, JsonText.Options)!;
        if (account.Kind == AccountKind.Company)
        {
            yield return ("organization.name", JsonValue.Create(account.Name.Full));
            if (account.CorporateNumber is { } number) yield return ("organization.number", JsonValue.Create(number));
            yield return ("organization.address", address);
        }
        else
        {
            yield return ("person.name", JsonSerializer.SerializeToNode(new { account.Name.Family, account.Name.Given, account.Name.FamilyKana, account.Name.GivenKana }, JsonText.Options)!);
            if (account.BirthDate is { } birth) yield return ("person.birthDate", JsonValue.Create(birth.ToString("yyyy-MM-dd", null)));
            yield return ("person.address", address);
        }

        yield return ("person.telephone", JsonValue.Create(account.Phone));
        yield return ("person.email", JsonValue.Create(account.Email));
    }
}
