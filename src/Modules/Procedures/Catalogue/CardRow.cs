namespace Madoguchi.Procedures.Catalogue;

/// <summary>Which edition of a procedure is shown, with what the catalogue shows of it, so that a start need not compile every definition.</summary>
internal sealed class CardRow
{
    /// <summary>Source of what the city published itself: a file of the library does not replace it.</summary>
    public const string OfCity = "city";

    public required string Slug { get; init; }

    public required int Number { get; set; }

    /// <summary>Of the definition, as <see cref="Edition.Sha256"/>.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Of the file and the vocabulary it was made from: the same again makes no new edition.</summary>
    public required string Source { get; set; }

    /// <summary>The build that last compiled the definition; another one compiles it once more, for it may read differently.</summary>
    public required string ReadBy { get; set; }

    /// <summary>The card as JSON; null while this program cannot read the definition.</summary>
    public string? Card { get; set; }
}
