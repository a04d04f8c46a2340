namespace Madoguchi.Procedures.Domain.Expressions;

/// <summary>Types of answers and expressions.</summary>
internal enum AnswerType : byte { Absent, YesNo, Number, Text, Date, List, Parts, Group }

/// <summary>A value while answers are judged. Dates are day numbers, so that all compare as numbers.</summary>
internal readonly struct Value
{
    public static readonly Value Absent;
    public static readonly Value True = new(AnswerType.YesNo, 1, null);
    public static readonly Value False = new(AnswerType.YesNo, 0, null);

    /// <summary>A number, a day number, or 1 for yes; exact, so never a float.</summary>
    public readonly decimal Number;

    private readonly object? held;

    private Value(AnswerType type, decimal number, object? held)
    {
        Type = type;
        Number = number;
        this.held = held;
    }

    public AnswerType Type { get; }

    public bool IsAbsent => Type == AnswerType.Absent;

    public bool IsTrue => Type == AnswerType.YesNo && Number == 1;

    public string Text => (string)held!;

    public IReadOnlyList<string> List => (IReadOnlyList<string>)held!;

    /// <summary>Parts of a name, address or account in the order of <see cref="Forms.PartNames"/>; null = not given.</summary>
    public string?[] Parts => (string?[])held!;

    public Scope[] Items => (Scope[])held!;

    public DateOnly Date => DateOnly.FromDayNumber((int)Number);

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(decimal value) => new(AnswerType.Number, value, null);

    public static Value Of(string value) => new(AnswerType.Text, 0, value);

    public static Value Of(DateOnly value) => new(AnswerType.Date, value.DayNumber, null);

    public static Value OfList(IReadOnlyList<string> value) => new(AnswerType.List, 0, value);

    public static Value OfParts(string?[] value) => new(AnswerType.Parts, 0, value);

    public static Value OfItems(Scope[] value) => new(AnswerType.Group, 0, value);

    public static bool Same(in Value a, in Value b) =>
        a.Type == b.Type && (a.Type == AnswerType.Text ? a.Text == b.Text : a.Number == b.Number);
}
