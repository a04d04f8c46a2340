using System.Text.Json;
using Madoguchi.Applications.Apply;

namespace Madoguchi.Applications.Answering;

/// <summary>New answers for a matter that exists: merged, judged as of the day of arrival, files checked. Changes nothing yet.</summary>
internal sealed class Rewriting(IProcedures procedures, Attaching attaching)
{
    internal sealed record Rewritten(
        ProcedureEdition Edition, string Answers, Applicant Applicant, IReadOnlyList<Attachment> Attachments, IReadOnlyList<Attachment> Held, IReadOnlyList<AnswerChange> Changes);

    public async Task<Result<Rewritten>> JudgeAsync(Application application, JsonElement given, CancellationToken stop)
    {
        if (given.ValueKind != JsonValueKind.Object) return Refusals.Missing("answers");
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition) ?? throw new NotFoundException();
        var arrivedOn = JapaneseDate.Of(application.ArrivedAt);
        var judged = edition.Form.Validate(AnswerKeys.Merge(application.Answers, given), arrivedOn);
        if (!judged.Valid) return Refusal.Invalid(judged.Errors);
        if (edition.Booking is { } booking && AnswerKeys.Differs(application.Answers, judged.Answers, booking.Question)) return Refusal.Invalid(new FieldError(booking.Question, "placeTaken"));

        var held = Attaching.Of(application);
        var files = await attaching.JudgeAsync(edition, judged.Answers, held, stop);
        if (files.Refused) return files.Refusal;

        var known = new Applicant(application.ApplicantName, application.ApplicantKana, application.ApplicantBirthDate, application.ApplicantTelephone, application.ApplicantAddress);
        return new Rewritten(edition, judged.Answers, Applicants.From(edition, judged.Answers, known), files.Value, held,
            AnswerChanges.Between(edition, application.Answers, judged.Answers, arrivedOn));
    }
}
