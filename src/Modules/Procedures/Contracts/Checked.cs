namespace Madoguchi.Procedures.Contracts;

/// <summary>A sentence for the applicant that refuses nothing.</summary>
public sealed record FieldWarning(string Field, LocalizedText Text);

/// <summary>Answers after validation. Keys are <c>id</c> or <c>group[0].id</c>.</summary>
public sealed class Checked
{
    /// <summary>Whether the answers may be submitted (or the page left).</summary>
    public bool Valid => Errors.Count == 0;

    /// <summary>What is wrong; several for one key are possible.</summary>
    public required IReadOnlyList<FieldError> Errors { get; init; }

    /// <summary>Keys of the questions these answers make visible, in order.</summary>
    public required IReadOnlyList<string> Visible { get; init; }

    /// <summary>Keys of the visible questions that must be answered.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Ids of the visible pages, in order, up to an exit.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Ids of the required documents that apply to these answers.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Ids of documents the applicant will hand in later.</summary>
    public required IReadOnlyList<string> Later { get; init; }

    /// <summary>Computed values: bool, decimal or string (dates as ISO). Those that cannot be computed are left out.</summary>
    public required IReadOnlyDictionary<string, object> Computed { get; init; }

    /// <summary>Sentences that refuse nothing.</summary>
    public required IReadOnlyList<FieldWarning> Warnings { get; init; }

    /// <summary>The exit these answers lead to, or null.</summary>
    public FormExit? Exit { get; init; }

    /// <summary>Canonical JSON of the answers, normalised, hidden ones dropped.</summary>
    public required string Answers { get; init; }
}

/// <summary>A page with its answers as people read them.</summary>
public sealed record ShownPage(FormPage Page, IReadOnlyList<ShownAnswer> Answers);

/// <summary>
/// An answer or shown computed value as people read it. <c>Item</c> is the heading of the group's item (児童 1) or null;
/// <c>Question</c> is null for computed values; <c>Files</c> are file ids.
/// </summary>
public sealed record ShownAnswer(string Key, Question? Question, string? Item, LocalizedText Label, LocalizedText Value, IReadOnlyList<string> Files, bool Answered);
