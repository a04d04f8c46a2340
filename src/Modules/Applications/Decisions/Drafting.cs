using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Applications.Review;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Applications.Decisions;

/// <summary>What one and many proposals share: the judgement of disposition, reason and result, and what approvers read.</summary>
internal sealed class Drafting(IProcedures procedures, History history, TimeProvider clock)
{
    public const string ApprovalKind = "applications.disposition";

    /// <summary>Puts the proposal on the matter; nothing of it is public.</summary>
    public async Task<Result<ProcedureEdition>> DraftAsync(Application application, Propose.Input input, CancellationToken stop)
    {
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        if (input.Disposition is null || !edition.Dispositions.TryGetValue(input.Disposition, out var disposition)) return Refusal.Invalid(new FieldError("disposition", "option"));
        var reason = Words.Of(input.Reason, "reason", 4000);
        if (reason.Refused) return reason.Refusal;
        var conditions = string.IsNullOrWhiteSpace(input.Conditions) ? null : Words.Of(input.Conditions, "conditions", 4000);
        if (conditions is { Refused: true }) return conditions.Refusal;
        if (disposition.Conditions && disposition.Kind == "grantWithConditions" && conditions is null) return Refusals.Missing("conditions");
        var result = edition.CheckResult(disposition.Kind, input.Result, application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt));
        if (!result.Valid) return Refusal.Invalid(result.Errors);

        if (application.Propose(disposition.Kind, result.Json, reason.Value, conditions?.Value, clock.Today()) is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new DecisionProposed(application.IntakeNumber, disposition.Kind, reason.Value), stop);
        return edition;
    }

    /// <summary>What the approver reads of a matter, frozen at the draft.</summary>
    public static ApprovalItem ItemOf(Application application, ProcedureEdition edition)
    {
        var disposition = edition.Dispositions[application.Disposition!];
        var facts = new List<ApprovalFact>
        {
            new("受付番号", application.IntakeNumber),
            new("手続", edition.Title.Ja),
            new(edition.ApplicantWord.Ja, application.ApplicantName),
            new("到達日", JapaneseDate.Format(JapaneseDate.Of(application.ArrivedAt))),
            new("処分", disposition.Label.Ja),
            new("理由", application.Reason!),
        };
        if (application.Conditions is not null) facts.Add(new ApprovalFact("条件", application.Conditions));
        if (application.NoticeFile is not null) facts.Add(new ApprovalFact("通知書", "基幹システムのPDFを使用（案件の画面で確認できます）"));
        facts.AddRange(ResultFacts(application.Result, disposition.Result));
        return new ApprovalItem(application.IntakeNumber, facts);
    }

    public static IReadOnlyList<ApprovalStepDraft> RouteOf(ProcedureEdition edition) =>
        [.. edition.Route.Select(s => new ApprovalStepDraft(s.Step, Enum.Parse<ApprovalStepKind>(s.Kind.ToString()), PostOf(s.Post, edition.Division)))];

    internal static IEnumerable<ApprovalFact> ResultFacts(string? result, IReadOnlyList<ResultField> fields)
    {
        var words = LetterValues.Result(result, fields);
        foreach (var field in fields)
        {
            if (words[field.Id] is not { } value) continue;
            if (value is JsonArray rows)
            {
                var i = 0;
                foreach (var row in rows.OfType<JsonObject>())
                    yield return new ApprovalFact($"{field.Label.Ja} {++i}", string.Join("、", field.Columns.Where(c => row[c.Id] is not null).Select(c => $"{c.Label.Ja} {Show(row[c.Id]!, c)}")));
            }
            else
            {
                yield return new ApprovalFact(field.Label.Ja, Show(value, field));
            }
        }
    }

    private static string Show(JsonNode value, ResultField field) => field.Type switch
    {
        "yen" when value.GetValueKind() == JsonValueKind.Number => $"{value.GetValue<JsonElement>().GetDecimal():N0}円",
        "date" when DateOnly.TryParse(value.ToString(), out var day) => JapaneseDate.Format(day),
        "month" when DateOnly.TryParseExact($"{value}-01", "yyyy-MM-dd", out var month) => JapaneseDate.Format(month)[..^"1日".Length],
        "yesNo" => value.GetValueKind() == JsonValueKind.True ? "はい" : "いいえ",
        _ => value.ToString(),
    };

    private static string PostOf(string post, string division)
    {
        var parts = post.Split(':');
        return parts.Length == 1 ? post : $"{(parts[0] == "own" ? division : parts[0])}.{parts[1]}";
    }
}
