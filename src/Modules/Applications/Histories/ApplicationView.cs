using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Applications.Apply;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Histories;

/// <summary>A matter as the API and the pages show it to this actor.</summary>
internal sealed record ApplicationView
{
    public required Guid Id { get; init; }

    public required string IntakeNumber { get; init; }

    public required string Procedure { get; init; }

    public required string Title { get; init; }

    public required int ProcedureEdition { get; init; }

    public required Nature Nature { get; init; }

    public required ApplicationStatus Status { get; init; }

    public string? Phase { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required DateTime RegisteredAt { get; init; }

    public required Channel Channel { get; init; }

    public required ApplicantView Applicant { get; init; }

    [JsonConverter(typeof(RawJson))]
    public required string Answers { get; init; }

    public required IReadOnlyList<Attachment> Attachments { get; init; }

    public required DivisionRef Division { get; init; }

    /// <summary>Never named to residents.</summary>
    public PersonRef? Assignee { get; init; }

    public required DateOnly PromisedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Why it takes longer than promised.</summary>
    public string? DelayReason { get; init; }

    public required NoticeBy NoticeBy { get; init; }

    public CorrectionView? Correction { get; init; }

    /// <summary>To residents only once the notice is available.</summary>
    public DecisionView? Decision { get; init; }

    public required bool Demo { get; init; }

    public required long Version { get; init; }
}

/// <summary>An applicant as a person reference: the id is null for somebody without an account.</summary>
internal sealed record ApplicantView(string? Id, string Name, string? Post, string Kana, DateOnly? BirthDate, string Telephone);

/// <summary>The correction asked for now.</summary>
internal sealed record CorrectionView(string Reason, IReadOnlyList<string> Questions, DateOnly DueOn);

/// <summary>What was decided.</summary>
internal sealed record DecisionView(string Disposition, string Label, string? Reason, string? Conditions, [property: JsonConverter(typeof(RawJson))] string Result, DateTime? DecidedAt, DateTime? NotifiedAt);

/// <summary>Canonical JSON text written as it is.</summary>
internal sealed class RawJson : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader).GetRawText();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value, skipInputValidation: true);
}

/// <summary>Makes views: what residents may not see is left out here and nowhere else.</summary>
internal sealed class ApplicationViews(IDirectory directory, IProcedures procedures, Actor actor, Localizer text)
{
    public ApplicationView Of(Application application)
    {
        var staff = actor.IsStaff;
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        return new ApplicationView
        {
            Id = application.Id,
            IntakeNumber = application.IntakeNumber,
            Procedure = application.Procedure,
            Title = edition.Title.In(text.Language).ToString(),
            ProcedureEdition = application.ProcedureEdition,
            Nature = application.Nature,
            Status = staff ? application.Status : application.PublicStatus,
            Phase = staff || edition.Phases.Any(p => p.Id == application.Phase && p.Public) ? application.Phase : null,
            ArrivedAt = application.ArrivedAt,
            RegisteredAt = application.RegisteredAt,
            Channel = application.Channel,
            Applicant = new(application.Account, application.ApplicantName, null, application.ApplicantKana, application.ApplicantBirthDate, application.ApplicantTelephone),
            Answers = application.Answers,
            Attachments = application.Attachments == "[]" ? [] : Attaching.Of(application),
            Division = DivisionOf(application.Division),
            Assignee = staff && application.Assignee is { } assignee ? directory.NamesOf([assignee]).GetValueOrDefault(assignee) : null,
            PromisedOn = application.PromisedOn,
            DueOn = application.DueOn,
            DelayReason = application.ExtensionReason,
            NoticeBy = application.NoticeBy,
            Correction = application.Status == ApplicationStatus.CorrectionRequested
                ? new CorrectionView(application.CorrectionReason!, application.OpenedQuestions!, application.CorrectionDueOn!.Value)
                : null,
            Decision = DecisionOf(application, edition, staff),
            Demo = application.Demo,
            Version = application.Version,
        };
    }

    private DivisionRef DivisionOf(string code) => directory.Division(code)?.Ref ?? new DivisionRef(code, code);

    private DecisionView? DecisionOf(Application application, ProcedureEdition edition, bool staff)
    {
        if (application.Disposition is null || (!staff && application.NotifiedAt is null)) return null;
        return new DecisionView(application.Disposition, edition.Dispositions[application.Disposition].Label.In(text.Language).ToString(), application.Reason, application.Conditions,
            application.Result ?? "{}", application.DecidedAt, application.NotifiedAt);
    }
}
