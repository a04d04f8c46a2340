using Madoguchi.Procedures.Domain.Letters;

namespace Madoguchi.Procedures.Contracts;

/// <summary>One edition of a procedure: what a definition file says, compiled. It never changes.</summary>
public sealed class ProcedureEdition
{
    /// <summary>What the catalogue shows of it.</summary>
    public required ProcedureCard Card { get; init; }

    /// <inheritdoc cref="ProcedureCard.Slug" />
    public string Slug => Card.Slug;

    /// <inheritdoc cref="ProcedureCard.Number" />
    public int Number => Card.Number;

    /// <inheritdoc cref="ProcedureCard.Title" />
    public Phrase Title => Card.Title;

    /// <inheritdoc cref="ProcedureCard.Kana" />
    public string Kana => Card.Kana;

    /// <inheritdoc cref="ProcedureCard.Summary" />
    public Phrase Summary => Card.Summary;

    /// <inheritdoc cref="ProcedureCard.Nature" />
    public Nature Nature => Card.Nature;

    /// <inheritdoc cref="ProcedureCard.Division" />
    public string Division => Card.Division;

    /// <inheritdoc cref="ProcedureCard.Audience" />
    public IReadOnlyList<string> Audience => Card.Audience;

    /// <inheritdoc cref="ProcedureCard.LifeEvents" />
    public IReadOnlyList<string> LifeEvents => Card.LifeEvents;

    /// <inheritdoc cref="ProcedureCard.Keywords" />
    public IReadOnlyList<string> Keywords => Card.Keywords;

    /// <inheritdoc cref="ProcedureCard.Period" />
    public Period Period => Card.Period;

    /// <inheritdoc cref="ProcedureCard.Fee" />
    public Fee Fee => Card.Fee;

    /// <inheritdoc cref="ProcedureCard.OpensAt" />
    public DateTime? OpensAt => Card.OpensAt;

    /// <inheritdoc cref="ProcedureCard.ClosesAt" />
    public DateTime? ClosesAt => Card.ClosesAt;

    /// <inheritdoc cref="ProcedureCard.IsOpen" />
    public bool IsOpen(DateTime at) => Card.IsOpen(at);

    /// <summary>申請者, 請求者, 届出人 …</summary>
    public required Phrase ApplicantWord { get; init; }

    /// <summary>申請する, 請求する … (the button).</summary>
    public required Phrase SubmitWord { get; init; }

    /// <summary>根拠法令.</summary>
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>Which law of procedure governs it.</summary>
    public required ProcedureLaw ProcedureLaw { get; init; }

    /// <summary>オンライン化の根拠.</summary>
    public string? OnlineBasis { get; init; }

    /// <summary>処分庁: in whose name notices go out.</summary>
    public required string DisposingAuthority { get; init; }

    /// <summary>事務区分.</summary>
    public required Affair Affair { get; init; }

    /// <summary>教示.</summary>
    public required Appeal Appeal { get; init; }

    /// <summary>審査基準 as a check list.</summary>
    public required IReadOnlyList<ReviewCriterion> ReviewCriteria { get; init; }

    /// <summary>補正期間 in days.</summary>
    public required int CorrectionDays { get; init; }

    /// <summary>段階.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>How often and how many.</summary>
    public Limits? Limits { get; init; }

    /// <summary>告示日 of the online basis.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>個人情報ファイル.</summary>
    public string? PersonalDataFile { get; init; }

    /// <summary>特定個人情報保護評価.</summary>
    public string? Pia { get; init; }

    /// <summary>文書種別.</summary>
    public string? DocumentType { get; init; }

    /// <summary>様式番号.</summary>
    public string? FormNumber { get; init; }

    /// <summary>Questions and computed values in the order an export has them; empty = all questions.</summary>
    public IReadOnlyList<string> ExportLayout { get; init; } = [];

    /// <summary>How surely the applicant must be known.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Another level that is accepted.</summary>
    public Assurance? AlternativeAssurance { get; init; }

    /// <summary>利用目的.</summary>
    public required Phrase PurposeOfUse { get; init; }

    /// <summary>Whether sensitive data or My Number is held.</summary>
    public required PersonalData PersonalData { get; init; }

    /// <summary>Minutes the form takes.</summary>
    public int? Minutes { get; init; }

    /// <summary>必要書類.</summary>
    public required IReadOnlyList<RequiredDocument> RequiredDocuments { get; init; }

    /// <summary>決裁ルート; empty = 包括専決.</summary>
    public required IReadOnlyList<RouteStep> Route { get; init; }

    /// <summary>Notices by name.</summary>
    public required IReadOnlyDictionary<string, NoticeKind> Notices { get; init; }

    /// <summary>Dispositions by kind: grant, grantWithConditions, grantInPart, deny, dismiss, none.</summary>
    public required IReadOnlyDictionary<string, Disposition> Dispositions { get; init; }

    /// <summary>How it ends without a disposition; null for an application.</summary>
    public Completion? Completion { get; init; }

    /// <summary>Mails by kind, over the defaults.</summary>
    public required IReadOnlyDictionary<string, Mail> Mails { get; init; }

    /// <summary>Words and next steps by outcome: <c>arrived</c>, a disposition, <c>completed</c>. What says nothing is not there.</summary>
    public IReadOnlyDictionary<string, Afterwards> Afterwards { get; init; } = FrozenDictionary<string, Afterwards>.Empty;

    /// <summary>electronic, paper; empty = nothing to receive.</summary>
    public required IReadOnlyList<string> ReceiveBy { get; init; }

    /// <summary>Sessions and rules of a booking.</summary>
    public Booking? Booking { get; init; }

    /// <summary>What to read first.</summary>
    public required IReadOnlyList<FirstNotice> FirstNotices { get; init; }

    /// <summary>保存期間.</summary>
    public required Retention Retention { get; init; }

    /// <summary>Who keeps the definition up to date.</summary>
    public required string Owner { get; init; }

    /// <summary>When the definition was last compared with the law.</summary>
    public required DateOnly LastChecked { get; init; }

    /// <summary>要確認: what the city must check before publishing.</summary>
    public required IReadOnlyList<string> Unverified { get; init; }

    /// <summary>The form.</summary>
    public required Form Form { get; init; }

    /// <summary>What a notice says when these are the result fields decided on: its blocks as JSON; null when there is no such notice.</summary>
    public string? Letter(string notice, IReadOnlyList<ResultField> fields) =>
        Notices.GetValueOrDefault(notice) is { } kind ? kind.Template ?? ResultBlocks.Fill(kind.Body, fields) : null;

    internal Expression? FeeRule { get; init; }

    /// <summary>What these answers cost in yen; null when it is told later or cannot be computed yet.</summary>
    public long? FeeOf(JsonElement answers, DateOnly today) => FeeRule is not { } rule ? Fee.Kind == FeeKind.Free ? 0 : Fee.Amount
        : rule.Evaluate(new AnswerReader(Form, today, Language.Ja).Read(answers)) is { IsAbsent: false } amount ? (long)Math.Round(amount.Number, MidpointRounding.AwayFromZero) : null;

    /// <summary>Every letter filled with the definition's own examples, for a look before anybody decides.</summary>
    public IReadOnlyList<LetterTrial> Trials(DateOnly day) => Domain.Letters.Trials.Of(this, day);

    /// <summary>Sessions open for booking at some hour of a day; <see cref="Contracts.Session.IsOpen"/> knows the hours.</summary>
    public IReadOnlyList<Session> Sessions(DateOnly today) => Form.OpenSessions(today);

    /// <summary>The session an answer names, open or not; null when there is none.</summary>
    public Session? Session(string code) => Booking is null ? null : SessionCalendar.Find(Booking, code);

    /// <summary>
    /// Checks the result fields of a disposition (or of <c>completion</c>) and fills those left out with what the definition computes
    /// from the answers as of the day of arrival. Keys of errors are <c>result.{id}</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The edition has no such disposition.</exception>
    public CheckedResult CheckResult(string disposition, JsonElement? result, JsonElement answers, DateOnly arrivedOn, Language language = Language.Ja)
    {
        var fields = disposition == "completion" ? Completion?.Result : Dispositions.GetValueOrDefault(disposition)?.Result;
        return new ResultCheck(fields ?? throw new ArgumentException($"No disposition {disposition}", nameof(disposition)), language)
            .Run(result, new AnswerReader(Form, arrivedOn, language).Read(answers));
    }
}
