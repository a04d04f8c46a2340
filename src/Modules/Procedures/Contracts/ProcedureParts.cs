namespace Madoguchi.Procedures.Contracts;

/// <summary>What a procedure is in law.</summary>
public enum Nature
{
    /// <summary>申請に対する処分: must be answered (行政手続法 7条).</summary>
    Application,

    /// <summary>届出.</summary>
    Filing,

    /// <summary>証明・交付請求.</summary>
    Certificate,

    /// <summary>事実の証明.</summary>
    FactCertificate,

    /// <summary>処分でない申込・給付.</summary>
    Contract,

    /// <summary>予約.</summary>
    Booking,

    /// <summary>通報.</summary>
    Report,

    /// <summary>調査.</summary>
    Survey,
}

/// <summary>Which law of procedure governs it: 行政手続法, 行政手続条例, or none.</summary>
public enum ProcedureLaw { Act, Ordinance, None }

/// <summary>事務区分: 自治事務, 第1号法定受託事務, or not an affair of disposition.</summary>
public enum Affair { SelfGovernment, Entrusted1, None }

/// <summary>How surely the applicant must be known, weakest first.</summary>
public enum Assurance { None, Email, Document, Card, Signature }

/// <summary>What a period of days counts: 開庁日 or 暦日.</summary>
public enum PeriodUnit { Business, Calendar }

/// <summary>標準処理期間, 法定期間, or the city's own target.</summary>
public enum PeriodKind { Standard, Statutory, Target }

/// <summary>Free, a fixed amount, or told after the review.</summary>
public enum FeeKind { Free, Fixed, Later }

/// <summary>承認, 合議, 決裁.</summary>
public enum RouteStepKind { Endorse, Concur, Decide }

/// <summary>通知, 指令, 証: decides the form of the document number.</summary>
public enum DocumentNumberKind { Notice, Order, Certificate }

/// <summary>Who may hold one booking: one per household or one per account.</summary>
public enum OncePer { Household, Account }

/// <summary>A law with its articles and a note.</summary>
public sealed record LegalBasis(string Law, string? Articles, string? Note);

/// <summary>教示: kind A–E of the Notices module, or <c>none</c> with the reason and perhaps another guidance.</summary>
public sealed record Appeal(string Kind, string? ReviewingAuthority, string? Defendant, string? Representative, string? Reason, string? Guidance)
{
    /// <summary>Whether no guidance on appeal is given.</summary>
    public bool IsNone => Kind == "none";
}

/// <summary>One line of the officer's check list.</summary>
public sealed record ReviewCriterion(string Id, string Text);

/// <summary>How long it takes; <c>Days</c> 0 = at once. The first day does not count (初日不算入).</summary>
public sealed record Period(int Days, PeriodUnit Unit, PeriodKind Kind, Phrase? Excludes, Phrase? Text, string? ExtensionNotice);

/// <summary>A phase of the work; residents see public ones.</summary>
public sealed record Phase(string Id, Phrase Label, bool Public);

/// <summary>手数料, 使用料, 占用料, 実費.</summary>
public enum Charge { HandlingFee, UsageFee, OccupancyFee, ActualCost }

/// <summary>What it costs: an amount in yen, or computed by a rule over the answers (<see cref="ProcedureEdition.FeeOf"/>).</summary>
public sealed record Fee(FeeKind Kind, Charge? Charge, long? Amount, bool IsComputed, Phrase Text);

/// <summary>Who may apply how often, and how many in all; withdrawn and closed matters do not count.</summary>
public sealed record Limits(OncePer? OncePer, int? Capacity);

/// <summary>Whether the answers hold 要配慮個人情報 or 個人番号.</summary>
public sealed record PersonalData(bool Sensitive, bool MyNumber);

/// <summary>A document to hand in. <c>LaterUntilDays</c>: may follow within so many days.</summary>
public sealed record RequiredDocument(string Id, Phrase Title, Phrase Who, Phrase? Text, int? LaterUntilDays);

/// <summary>One step of the approval route; equal numbers run in parallel. Post: <c>own:chief</c>, <c>gesui:manager</c>.</summary>
public sealed record RouteStep(int Step, RouteStepKind Kind, string Post);

/// <summary>How a document number is formed: 「8み子支第123号」 from the symbol み子支.</summary>
public sealed record DocumentNumberPattern(DocumentNumberKind Kind, string Symbol);

/// <summary>A notice of the procedure; <see cref="ProcedureEdition.Letter"/> gives what it says.</summary>
public sealed record NoticeKind(string Name, string Title, DocumentNumberPattern Number, Appeal? Appeal)
{
    internal JsonElement Body { get; init; }

    /// <summary>HTML of editions older than blocks.</summary>
    internal string? Template { get; init; }
}

/// <summary>Subject and body over the default mail of a kind.</summary>
public sealed record Mail(Phrase Subject, Phrase Body);

/// <summary>Something to read before anything else, such as a quicker way.</summary>
public sealed record FirstNotice(Phrase Title, Phrase Text, string? Url);

/// <summary>What an applicant reads once it has arrived, or has ended in one way: thanks, and what to do next.</summary>
public sealed record Afterwards(Phrase? Text, IReadOnlyList<NextStep> Steps)
{
    /// <summary>The outcome of a matter that has arrived.</summary>
    public const string Arrived = "arrived";

    /// <summary>The outcome of a matter that ended without a disposition.</summary>
    public const string Completed = "completed";
}

/// <summary>One thing to do next; <c>Url</c> begins with https:// or /.</summary>
public sealed record NextStep(Phrase Text, string? Url);

/// <summary>保存期間 in years.</summary>
public sealed record Retention(int Years, string? From);

/// <summary>A field of a result. <c>Type</c>: text, longText, number, yen, date, month, choice, yesNo, table.</summary>
public sealed record ResultField(string Id, Phrase Label, string Type, bool Required, IReadOnlyList<Option> Options, IReadOnlyList<ResultField> Columns)
{
    /// <summary>Whether a value is computed when the officer leaves the field out.</summary>
    public bool IsComputed => Value is not null || Rows is not null;

    internal Expression? Value { get; init; }

    internal int? Rows { get; init; }

    internal Expression? Where { get; init; }
}

/// <summary>A way to decide: its label, result fields and notices.</summary>
public sealed record Disposition(string Kind, Phrase Label, IReadOnlyList<ResultField> Result, string Notice, IReadOnlyList<string> AlsoNotices, bool ReasonsRequired, bool Conditions)
{
    internal ResultExample Example { get; init; } = ResultExample.None;
}

/// <summary>How a matter without disposition ends.</summary>
public sealed record Completion(Phrase Label, IReadOnlyList<ResultField> Result, string? Notice)
{
    internal ResultExample Example { get; init; } = ResultExample.None;
}

/// <summary>A result as an officer could have given it, for trying the letters.</summary>
internal sealed record ResultExample(JsonElement? Values, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions)
{
    public static readonly ResultExample None = new(null, [], []);
}

/// <summary>The result fields of a proposal, checked; <c>Json</c> is canonical, computed values filled in.</summary>
public sealed record CheckedResult(IReadOnlyList<FieldError> Errors, string Json)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Valid => Errors.Count == 0;
}
