namespace Madoguchi.Applications.Contracts;

/// <summary>Something that happened to a matter: a line of its history and a message to whoever listens.</summary>
public interface IApplicationFact : IEvent
{
    /// <summary>受付番号.</summary>
    string IntakeNumber { get; }

    /// <summary>Kind in the history, such as <c>correctionRequested</c>.</summary>
    string Kind { get; }

    /// <summary>What residents and staff read beside it; null when the kind says all.</summary>
    string? Note { get; }

    /// <summary>Whether the applicant sees it.</summary>
    bool Public { get; }

    /// <summary>Further facts kept with the line as JSON; null when there are none.</summary>
    object? Details => null;
}

/// <summary>到達: it is in the city's file (デジタル手続法 6条3項).</summary>
public sealed record ApplicationArrived(string IntakeNumber, string Procedure, string Division, string? Account, DateTime ArrivedAt, DateOnly? PromisedOn) : IApplicationFact
{
    public string Kind => "arrived";

    public string? Note => null;

    public bool Public => true;
}

/// <summary>審査開始.</summary>
public sealed record ReviewStarted(string IntakeNumber) : IApplicationFact
{
    public string Kind => "accepted";

    public string? Note => null;

    public bool Public => true;
}

/// <summary>担当者の変更; residents do not see it.</summary>
public sealed record ApplicationAssigned(string IntakeNumber, string? Assignee) : IApplicationFact
{
    public string Kind => "assigned";

    public string? Note => Assignee;

    public bool Public => false;
}

/// <summary>内部のメモ.</summary>
public sealed record NoteWritten(string IntakeNumber, string? Note) : IApplicationFact
{
    public string Kind => "note";

    public bool Public => false;
}

/// <summary>連絡, in either direction.</summary>
public sealed record MessageWritten(string IntakeNumber, string? Note, bool FromResident) : IApplicationFact
{
    public string Kind => "message";

    public bool Public => true;
}

/// <summary>段階の変更; public when the phase is.</summary>
public sealed record PhaseSet(string IntakeNumber, string Phase, string? Note, bool Public) : IApplicationFact
{
    public string Kind => "phase";

    public object? Details => new { Phase };
}

/// <summary>補正依頼 (行政手続法 7条).</summary>
public sealed record CorrectionRequested(string IntakeNumber, string? Note, DateOnly DueOn, IReadOnlyList<string> Questions) : IApplicationFact
{
    public string Kind => "correctionRequested";

    public bool Public => true;

    public object? Details => new { DueOn, Questions };
}

/// <summary>The applicant has not answered a correction request by its day.</summary>
public sealed record CorrectionOverdue(string IntakeNumber, DateOnly DueOn) : IApplicationFact
{
    public string Kind => "correctionOverdue";

    public string? Note => null;

    public bool Public => true;
}

/// <summary>補正・自主訂正 by the applicant.</summary>
public sealed record ApplicationCorrected(string IntakeNumber, IReadOnlyList<AnswerChange> Changes, bool Requested) : IApplicationFact
{
    public string Kind => "corrected";

    public string? Note => null;

    public bool Public => true;

    public object? Details => new { Changes, Requested };
}

/// <summary>職権訂正; the old value stays in the history.</summary>
public sealed record ApplicationAmended(string IntakeNumber, IReadOnlyList<AnswerChange> Changes, string? Note) : IApplicationFact
{
    public string Kind => "amended";

    public bool Public => true;

    public object? Details => new { Changes };
}

/// <summary>A PDF of a core system will go out in place of the template; the note is its name, null when it was taken back.</summary>
public sealed record NoticeFileChosen(string IntakeNumber, string? Note) : IApplicationFact
{
    public string Kind => "noticeFile";

    public bool Public => false;
}

/// <summary>起案; nothing of it is public before the notice.</summary>
public sealed record DecisionProposed(string IntakeNumber, string Disposition, string? Note) : IApplicationFact
{
    public string Kind => "proposed";

    public bool Public => false;

    public object? Details => new { Disposition };
}

/// <summary>The draft came back (returned, rejected, recalled, taken out of a list).</summary>
public sealed record ProposalEnded(string IntakeNumber, string How, string? Note) : IApplicationFact
{
    public string Kind => How;

    public bool Public => false;
}

/// <summary>決裁: decided in the city, not yet told.</summary>
public sealed record ApplicationDecided(string IntakeNumber, string Disposition) : IApplicationFact
{
    public string Kind => "decided";

    public string? Note => null;

    public bool Public => false;
}

/// <summary>The notice lies in the applicant's box, or was posted.</summary>
public sealed record DecisionNotified(string IntakeNumber, string? Note, DateTime At) : IApplicationFact
{
    public string Kind => "notified";

    public bool Public => true;
}

/// <summary>完了.</summary>
public sealed record ApplicationCompleted(string IntakeNumber, string? Note) : IApplicationFact
{
    public string Kind => "completed";

    public bool Public => true;
}

/// <summary>延期.</summary>
public sealed record ApplicationExtended(string IntakeNumber, DateOnly Until, string? Note) : IApplicationFact
{
    public string Kind => "extended";

    public bool Public => true;

    public object? Details => new { Until };
}

/// <summary>取下げ by the applicant.</summary>
public sealed record ApplicationWithdrawn(string IntakeNumber, string? Note) : IApplicationFact
{
    public string Kind => "withdrawn";

    public bool Public => true;
}

/// <summary>終了 without a decision.</summary>
public sealed record ApplicationClosed(string IntakeNumber, string ReasonCode, string? Note) : IApplicationFact
{
    public string Kind => "closed";

    public bool Public => true;

    public object? Details => new { ReasonCode };
}

/// <summary>One answer before and after, as people read it.</summary>
public sealed record AnswerChange(string Key, string Label, string Old, string New);
