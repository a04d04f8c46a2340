namespace Madoguchi.Studio.FiscalYears;

internal enum FoundKind
{
    /// <summary>A date of the definition, such as <c>2026-04-01</c> or <c>2026-04-01T09:00</c>.</summary>
    Day,

    Text,

    /// <summary>Yen, or another number the city sets.</summary>
    Amount,
}

/// <summary>Something of a definition that may change with the year.</summary>
/// <param name="Value">Where it stands; replaced when it is taken.</param>
/// <param name="Where">In the words of the studio.</param>
/// <param name="Take">Whether it is proposed without being asked.</param>
internal sealed record FoundYear(JsonNode Value, FoundKind Kind, string Where, string Now, string Proposed, bool Take, IReadOnlyList<string> Notes)
{
    /// <summary>Whether it names a year; a fee only may change with one.</summary>
    public bool NamesYear => Now != Proposed;
}
