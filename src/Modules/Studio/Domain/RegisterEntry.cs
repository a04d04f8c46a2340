namespace Madoguchi.Studio.Domain;

/// <summary>
/// A procedure of the city in the register (手続棚卸): one that is not online, or what the city knows beside the definition of one that is.
/// What lists filter and add up by stands in columns of its own; the cells of the national survey are one text.
/// </summary>
internal sealed class RegisterEntry
{
    public const int LongestSurveyId = 80;
    public const int LongestName = 500;
    public const int LongestWhy = 1000;

    public Guid Id { get; init; }

    /// <summary>手続ID; the slug of a procedure of the catalogue.</summary>
    public required string SurveyId { get; init; }

    /// <summary>Whether it belongs to a procedure of the catalogue, whose definition says the rest.</summary>
    public bool OfCatalogue { get; set; }

    public required string Name { get; set; }

    /// <summary>Name and laws as they are searched.</summary>
    public required string Words { get; set; }

    public required string Division { get; set; }

    /// <summary>Code of オンライン化の実施状況; empty when unknown.</summary>
    public required string Online { get; set; }

    /// <summary>Code of the concern that keeps it from being online; empty when unknown.</summary>
    public required string Concern { get; set; }

    /// <summary>Whether documents must be handed in as originals on paper.</summary>
    public bool Originals { get; set; }

    public long? Total { get; set; }

    public long? OnlineTotal { get; set; }

    /// <summary>Minutes an officer needs for one matter.</summary>
    public int? Minutes { get; set; }

    /// <summary>Whether a seal (押印) is asked for; null when unknown.</summary>
    public bool? Seal { get; set; }

    public string? WhyOffline { get; set; }

    /// <summary>JSON list of the 46 cells of the national survey.</summary>
    public required string Cells { get; set; }

    public required string ChangedBy { get; set; }

    public DateTime ChangedAt { get; set; }

    public long Version { get; set; }
}
