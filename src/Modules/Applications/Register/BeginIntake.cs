using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Apply;
using Madoguchi.Residents.Contracts;

namespace Madoguchi.Applications.Register;

/// <summary>Begins the form of a case an officer enters: what is known of the person stands in it already.</summary>
internal sealed class BeginIntake(SavedForms forms, Intake intake, IProcedures procedures, IResidents residents, Actor actor, AuditTrail audit)
{
    public async Task<Result<SavedForm>> RunAsync(
        string slug, SubmitInput input, IReadOnlyDictionary<string, string?> name, IReadOnlyDictionary<string, string?> address, CancellationToken stop)
    {
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        actor.Require(ApplicationsPermissions.Register, edition.Division);
        var judged = await intake.JudgeAsync(edition, input, Channel.Counter, stop);
        if (judged.Refused) return judged.Refusal;

        var known = input.OnBehalfOf!.Resident is { } account ? await KnownAsync(account, slug, stop) : Typed(input.OnBehalfOf, name, address);
        var form = await forms.BeginAsync(slug, Answers(edition, known.DistinctBy(k => k.Binding).ToDictionary(k => k.Binding, k => k.Value)), stop);
        form.ComeBy(JsonSerializer.Serialize(input with { ReceivedAt = judged.Value.ArrivedAt, Answers = JsonSerializer.SerializeToElement(new { }) }, JsonText.Options));
        return form;
    }

    // 支援措置: where such a person lives is copied from their paper, never from what the city knows.
    private async Task<IEnumerable<(string Binding, JsonNode Value)>> KnownAsync(string id, string slug, CancellationToken stop)
    {
        audit.Viewed("account", id, new { Procedure = slug }, id);
        var account = (await residents.Of(id, stop))!;
        var facts = AccountFacts.Of(account);
        return account.Protected ? facts.Where(f => f.Binding is "person.name" or "organization.name") : facts;
    }

    private static IEnumerable<(string Binding, JsonNode Value)> Typed(OnBehalfOf person, IReadOnlyDictionary<string, string?> name, IReadOnlyDictionary<string, string?> address)
    {
        yield return ("person.name", Parts(name));
        yield return ("organization.name", JsonValue.Create(person.Name!));
        if (person.BirthDate is { } birth) yield return ("person.birthDate", JsonValue.Create(birth.ToString("yyyy-MM-dd", null)));
        if (person.Phone is { } phone) yield return ("person.telephone", JsonValue.Create(phone));
        if (person.Address is null) yield break;
        yield return ("person.address", Parts(address));
        yield return ("organization.address", Parts(address));
    }

    private static JsonObject Parts(IReadOnlyDictionary<string, string?> parts) =>
        new([.. parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value)))]);

    private static JsonElement Answers(ProcedureEdition edition, Dictionary<string, JsonNode> known)
    {
        var answers = new JsonObject();
        foreach (var question in edition.Form.Pages.SelectMany(p => p.Questions))
            if (question.Prefill is { } binding && known.TryGetValue(binding, out var value) && Fits(question, value)) answers[question.Id] = value.DeepClone();
        return JsonSerializer.SerializeToElement(answers);
    }

    private static bool Fits(Question question, JsonNode value) => question.Type is QuestionType.Name or QuestionType.Address ? value is JsonObject : value is JsonValue;
}
