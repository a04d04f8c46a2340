using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>How a value of a definition is typed.</summary>
internal enum FieldKind
{
    /// <summary>A text in three languages, one line each.</summary>
    Phrase,

    /// <summary>A text in three languages, several lines each.</summary>
    LongPhrase,
    Line,
    Long,
    Number,
    Choice,
    Flag,

    /// <summary>Some of a few codes.</summary>
    Ticks,

    /// <summary>A list of texts, one on each line.</summary>
    Lines,

    /// <summary>A list of things, a row for each.</summary>
    Rows,

    /// <summary>Required, not required, or by a condition.</summary>
    Required,

    /// <summary>The body of a letter.</summary>
    Blocks,

    /// <summary>A day, in any way officers write one.</summary>
    Day,

    /// <summary>The shape of a text: digits, letters, fixed characters one after the other.</summary>
    Format,
}

/// <summary>One value of a thing, by its path inside it (<c>period.days</c>). Its words stand in Text/ under the form and the key.</summary>
internal sealed record Field(string Key, FieldKind Kind)
{
    public bool Needed { get; init; }

    /// <summary>Codes of a choice; their words stand in Text/ too, unless <see cref="Items"/> has them.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public IReadOnlyList<Choice>? Items { get; init; }

    public IReadOnlyList<Field> Columns { get; init; } = [];

    /// <summary>Key and beginning of what a new row is known by, which nobody types.</summary>
    public (string Key, string Prefix)? OwnId { get; init; }

    /// <summary>What an absent flag means.</summary>
    public bool Default { get; init; }

    public int Rows { get; init; } = 3;

    /// <summary>Its words, where they come from the definition and do not stand in Text/.</summary>
    public string? Called { get; init; }

    /// <summary>The items of the list are the values themselves; the only column is called <c>item</c>.</summary>
    public bool Bare { get; init; }

    /// <summary>What a new row holds that nobody types: key and JSON.</summary>
    public (string Key, string Json)? Seed { get; init; }

    public static Field Phrase(string key, bool needed = false) => new(key, FieldKind.Phrase) { Needed = needed };

    public static Field Long(string key, bool needed = false) => new(key, FieldKind.LongPhrase) { Needed = needed };

    public static Field Line(string key, bool needed = false) => new(key, FieldKind.Line) { Needed = needed };

    public static Field Number(string key, bool needed = false) => new(key, FieldKind.Number) { Needed = needed };

    public static Field Day(string key) => new(key, FieldKind.Day);

    public static Field Flag(string key, bool byDefault = false) => new(key, FieldKind.Flag) { Default = byDefault };

    public static Field Choice(string key, bool needed, params string[] codes) => new(key, FieldKind.Choice) { Needed = needed, Codes = codes };

    public static Field Ticks(string key, params string[] codes) => new(key, FieldKind.Ticks) { Codes = codes };

    public static Field Lines(string key) => new(key, FieldKind.Lines);

    public static Field List(string key, params Field[] columns) => new(key, FieldKind.Rows) { Columns = columns };
}
