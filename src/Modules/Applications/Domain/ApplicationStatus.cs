namespace Madoguchi.Applications.Domain;

/// <summary>States of a matter, as api.md names them.</summary>
internal enum ApplicationStatus
{
    /// <summary>到達.</summary>
    Arrived,

    /// <summary>審査中.</summary>
    UnderReview,

    /// <summary>補正待ち.</summary>
    CorrectionRequested,

    /// <summary>決裁・通知の準備中.</summary>
    AwaitingDecision,

    /// <summary>決定.</summary>
    Decided,

    /// <summary>完了.</summary>
    Completed,

    /// <summary>取下げ.</summary>
    Withdrawn,

    /// <summary>終了.</summary>
    Closed,
}

/// <summary>How it reached the city.</summary>
internal enum Channel
{
    Web,
    Api,
    Counter,
    Paper,
    Mail,
    Phone,
    Line,
    Mynaportal,
    Core,
}

/// <summary>Why a matter ends without a decision.</summary>
internal enum CloseReason
{
    Duplicate,
    NotAnApplication,
    Lapsed,
    Transferred,
    Test,
}

/// <summary>結果の受け取り方 (デジタル手続法 7条1項).</summary>
internal enum NoticeBy
{
    Electronic,
    Paper,
}
