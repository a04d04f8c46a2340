using System.Text.Json;

namespace Madoguchi.Applications.Domain;

/// <summary>案件: one request of one person, from arrival to its end. Verbs change it and say no by a <see cref="Refusal"/>.</summary>
internal sealed partial class Application
{
    public Guid Id { get; init; }

    public string IntakeNumber { get; init; } = "";

    public string Procedure { get; init; } = "";

    public int ProcedureEdition { get; init; }

    public Nature Nature { get; init; }

    public ApplicationStatus Status { get; private set; }

    public string? Phase { get; private set; }

    public string Division { get; init; } = "";

    public string? Assignee { get; private set; }

    /// <summary>到達: when it entered the city's file, or came over the counter.</summary>
    public DateTime ArrivedAt { get; init; }

    public DateTime RegisteredAt { get; init; }

    public Channel Channel { get; init; }

    /// <summary>Account of the applicant; null when entered for somebody without one.</summary>
    public string? Account { get; init; }

    /// <summary>Account that entered it.</summary>
    public string EnteredBy { get; init; } = "";

    public string ApplicantName { get; private set; } = "";

    public string ApplicantKana { get; private set; } = "";

    public DateOnly? ApplicantBirthDate { get; private set; }

    public string ApplicantTelephone { get; private set; } = "";

    /// <summary>Where a paper notice goes: postal code, a line break, the address.</summary>
    public string ApplicantAddress { get; private set; } = "";

    /// <summary>Canonical JSON.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>JSON list of <see cref="Attachment"/>.</summary>
    public string Attachments { get; private set; } = "[]";

    public NoticeBy NoticeBy { get; init; }

    /// <summary>The day promised at arrival.</summary>
    public DateOnly PromisedOn { get; init; }

    /// <summary>The day it is due now: moved by corrections and extensions.</summary>
    public DateOnly DueOn { get; private set; }

    public string? Disposition { get; private set; }

    /// <summary>Canonical JSON of the result fields; null before a proposal.</summary>
    public string? Result { get; private set; }

    public string? Reason { get; private set; }

    public string? Conditions { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>When the notice was available to the applicant; nothing of a decision is public before.</summary>
    public DateTime? NotifiedAt { get; private set; }

    /// <summary>Whether it came by a demo account, whose identity nobody proved.</summary>
    public bool Demo { get; init; }

    /// <summary>Search tokens of number, names, kana, birth date and telephone.</summary>
    public string Tokens { get; private set; } = "";

    public long Version { get; private set; }

    public bool IsOpen => IsOpenIn(Status);

    public static bool IsOpenIn(ApplicationStatus status) =>
        status is ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.AwaitingDecision;

    /// <summary>What the applicant sees: a decision shows only once the notice is available.</summary>
    public ApplicationStatus PublicStatus =>
        Status is ApplicationStatus.Decided && NotifiedAt is null ? ApplicationStatus.AwaitingDecision : Status;

    /// <summary>The answers parsed.</summary>
    public JsonElement AnswersJson() => JsonSerializer.Deserialize<JsonElement>(Answers);

    public static Application Arrive(Application fresh, Applicant applicant, string answers, string attachments, DateOnly dueOn, string? firstPhase)
    {
        fresh.Status = ApplicationStatus.Arrived;
        fresh.Phase = firstPhase;
        fresh.DueOn = dueOn;
        fresh.Version = 1;
        fresh.Write(applicant, answers, attachments);
        return fresh;
    }

    public Result Accept()
    {
        if (Status != ApplicationStatus.Arrived) return Refusals.NotArrived;
        Status = ApplicationStatus.UnderReview;
        return Changed();
    }

    public Result Assign(string? assignee)
    {
        if (!IsOpen) return Refusals.NotOpen;
        Assignee = assignee;
        return Changed();
    }

    public Result SetPhase(string phase)
    {
        if (!IsOpen) return Refusals.NotOpen;
        Phase = phase;
        return Changed();
    }

    /// <summary>A note or message stands in the history; the matter itself only gets a new version.</summary>
    public Result Touch() => IsOpen ? Changed() : Refusals.NotOpen;

    public Result Amend(Applicant applicant, string answers, string attachments)
    {
        if (!IsOpen) return Refusals.NotOpen;
        Write(applicant, answers, attachments);
        return Changed();
    }

    public Result Withdraw()
    {
        if (NotifiedAt is not null) return Refusals.AlreadyNotified;
        if (!IsOpen && Status != ApplicationStatus.Decided) return Refusals.NotOpen;
        Status = ApplicationStatus.Withdrawn;
        return Changed();
    }

    public Result Close(CloseReason? reason)
    {
        if (Status is not (ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested)) return Refusals.NotUnderReview;
        // 行政手続法 7条: an application must be answered; other ends are no answer.
        if (reason is null) return Nature == Nature.Application ? Refusals.DecisionRequired : Refusals.Missing("reasonCode");
        Status = ApplicationStatus.Closed;
        return Changed();
    }

    private void Write(Applicant applicant, string answers, string attachments)
    {
        ApplicantName = applicant.Name;
        ApplicantKana = applicant.Kana;
        ApplicantBirthDate = applicant.BirthDate;
        ApplicantTelephone = applicant.Telephone;
        ApplicantAddress = applicant.Address;
        Answers = answers;
        Attachments = attachments;
        Tokens = SearchTokens.Line(IntakeNumber, applicant.Name, applicant.OtherName, applicant.Kana,
            applicant.BirthDate is { } day ? $"{day:yyyy-MM-dd}" : null, applicant.Telephone);
    }

    private Result Changed()
    {
        Version++;
        return Madoguchi.Kernel.Rules.Result.Ok;
    }
}

/// <summary>Who applies, as lists, search and letters need it.</summary>
/// <param name="OtherName">A second spelling to be found by, such as the account's own.</param>
internal sealed record Applicant(string Name, string Kana, DateOnly? BirthDate, string Telephone, string Address, string? OtherName = null);

/// <summary>A file of an application and the question it answers.</summary>
internal sealed record Attachment(string FileId, string Name, string MediaType, long Size, string Question);
