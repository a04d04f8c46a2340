namespace Madoguchi.Procedures.Contracts;

/// <summary>The kinds of question; the values of each are in docs/procedure-format.md.</summary>
public enum QuestionType { Text, LongText, Choice, Choices, YesNo, Number, Yen, Date, Name, Address, Bank, Telephone, Email, File, Declaration, Group, Info, Time, Period, MapPoint, Photo, Table, HouseholdMembers }

/// <summary>One option of a choice.</summary>
public sealed record Option(string Code, Phrase Label, Phrase? Help)
{
    /// <summary>Answers of the question it depends on with which it may be chosen; empty = any.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];
}

/// <summary>One page of the form: one group of questions under one address.</summary>
public sealed record FormPage(string Id, Phrase Title, Phrase? Text, IReadOnlyList<Question> Questions, IReadOnlyList<FormExit> Exits)
{
    internal Expression? VisibleWhen { get; init; }
}

/// <summary>Where the form ends for those it is not for, and where they can go. <c>Question</c>: whose answer leads out.</summary>
public sealed record FormExit(string Id, string Question, Phrase Title, Phrase Text, Phrase Where, string? Telephone, Phrase? Hours, string? Url)
{
    internal Expression When { get; init; } = null!;
}

/// <summary>A value the form computes. <c>Format</c>: yen, number, date, month, text. <c>Show</c>: the applicant sees it.</summary>
public sealed record ComputedValue(string Id, Phrase Label, string Format, bool Show)
{
    internal Expression Value { get; set; } = null!;
}

/// <summary>One question as pages render it.</summary>
public sealed class Question
{
    /// <summary>Id inside the form or the group.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of answer.</summary>
    public required QuestionType Type { get; init; }

    /// <summary>What stands above the field.</summary>
    public required Phrase Label { get; init; }

    /// <summary>Name for check page, errors and lists.</summary>
    public required Phrase Short { get; init; }

    /// <summary>What helps to answer.</summary>
    public Phrase? Help { get; init; }

    /// <summary>An example of an answer.</summary>
    public Phrase? Example { get; init; }

    /// <summary>Whether it must always be answered when shown; <see cref="Checked.Required"/> knows conditions.</summary>
    public bool Required => Type is not QuestionType.Info && RequiredWhen is null && AlwaysRequired;

    /// <summary>Options of choice and choices; empty when they are sessions.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The options are the open sessions of the booking.</summary>
    public bool OptionsAreSessions { get; init; }

    /// <summary>Id of the choice whose answer decides which options there are.</summary>
    public string? OptionsOf { get; init; }

    /// <summary>The option <c>other</c> asks for words: <c>{Id}Other</c>.</summary>
    public bool Other { get; init; }

    /// <summary>Shown as a select instead of radio buttons.</summary>
    public bool AsSelect { get; init; }

    /// <summary>What is known already: <c>person.name</c>, <c>organization.number</c> …</summary>
    public string? Prefill { get; init; }

    /// <summary>HTML autocomplete token.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Limit in characters as people count them.</summary>
    public int MaxLength { get; init; }

    /// <summary>Lower limit in characters.</summary>
    public int MinLength { get; init; }

    /// <summary>Input of a text: digits, katakana, corporateNumber, or null.</summary>
    public string? Input { get; init; }

    /// <summary>Lines of a long text.</summary>
    public int Rows { get; init; }

    /// <summary>Words for yes and no.</summary>
    public Phrase Yes { get; init; } = Common.Yes;

    /// <summary>Words for yes and no.</summary>
    public Phrase No { get; init; } = Common.No;

    /// <summary>Lower limit of a number, of ticks, of items.</summary>
    public decimal? Min { get; init; }

    /// <summary>Upper limit of a number, of ticks, of files, of items.</summary>
    public decimal? Max { get; init; }

    /// <summary>Decimal places of a number.</summary>
    public int Decimals { get; init; }

    /// <summary>Unit behind a number.</summary>
    public Phrase? Unit { get; init; }

    /// <summary>A birth date: asked with its era.</summary>
    public bool Birth { get; init; }

    /// <summary>A name may carry 旧氏 and 通称.</summary>
    public bool Aliases { get; init; }

    /// <summary>Longest period in days, both days counted.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Files are photographs: taken with the camera where there is one.</summary>
    public bool Photo { get; init; }

    /// <summary>Headings of the rows of a table; empty for other groups.</summary>
    public IReadOnlyList<Phrase> RowLabels { get; init; } = [];

    /// <summary>A table: a group with fixed items, one for each row.</summary>
    public bool IsTable => RowLabels.Count > 0;

    /// <summary>An address inside the city.</summary>
    public bool InCity { get; init; }

    /// <summary>Document this file question is for.</summary>
    public string? Document { get; init; }

    /// <summary>The file may follow: <c>{Id}Later</c> may be answered true.</summary>
    public bool MayFollow { get; init; }

    /// <summary>File types taken: pdf, png, jpeg.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Questions of one item of a group.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Values computed for each item of a group.</summary>
    public IReadOnlyList<ComputedValue> Computed { get; init; } = [];

    /// <summary>What one item of a group is called.</summary>
    public Phrase? ItemLabel { get; init; }

    internal int Slot { get; init; }

    internal int LaterSlot { get; init; } = -1;

    internal int OtherSlot { get; init; } = -1;

    internal Expression? OptionsFrom { get; init; }

    internal TimeOnly? EarliestTime { get; init; }

    internal TimeOnly? LatestTime { get; init; }

    internal bool AlwaysRequired { get; init; }

    internal Expression? RequiredWhen { get; init; }

    internal Expression? VisibleWhen { get; set; }

    internal Expression? Earliest { get; init; }

    internal Expression? Latest { get; init; }

    internal Regex? Pattern { get; init; }

    internal Phrase? PatternMessage { get; init; }

    internal IReadOnlyList<Rule> Checks { get; init; } = [];

    internal IReadOnlyList<Rule> Warnings { get; init; } = [];

    internal ScopePlan? Items { get; init; }

    internal FrozenSet<string> Codes { get; init; } = FrozenSet<string>.Empty;
}
