namespace Madoguchi.Directory.Data;

internal sealed class CityRow
{
    public required string LgCode { get; init; }

    /// <summary>The city as JSON.</summary>
    public required string Facts { get; init; }
}

internal sealed class AuthorityRow
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Post { get; init; }
}

internal sealed class DivisionRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    public required string English { get; init; }

    public required string Department { get; init; }

    public required string DocumentSymbol { get; init; }

    public required string Telephone { get; init; }

    public required string Email { get; init; }

    public required string Hours { get; init; }

    public required string Address { get; init; }

    public required bool ViewsUndisclosed { get; init; }

    public required int Position { get; init; }
}

internal sealed class PostRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Division { get; init; }

    public required string Rank { get; init; }

    public required int Position { get; init; }
}

internal sealed class StaffRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    public string? Division { get; init; }

    public required bool SignsIn { get; init; }

    public required int Position { get; init; }
}

internal sealed class HoldingRow
{
    public required Guid Id { get; init; }

    public required string Post { get; init; }

    public required string Staff { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; init; }
}

internal sealed class GrantRow
{
    public required Guid Id { get; init; }

    public required string Post { get; init; }

    public required string Permission { get; init; }

    /// <summary><c>own</c>, <c>city</c>, or codes of divisions separated by spaces.</summary>
    public required string Scope { get; init; }
}

internal sealed class DelegationRow
{
    public required Guid Id { get; init; }

    public required string Post { get; init; }

    public required string DeputyPost { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; init; }
}

internal sealed class TownRow
{
    public required string PostalCode { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }
}

/// <summary>One edition of the theme: a draft until it is published, then never changed.</summary>
internal sealed class ThemeRow
{
    public required Guid Id { get; init; }

    /// <summary>The theme as JSON.</summary>
    public required string Settings { get; init; }

    /// <summary>What was published when the draft was made; another edition since then ends it.</summary>
    public Guid? BasedOn { get; init; }

    public string? Mark { get; init; }

    public string? Top { get; init; }

    public required DateTime DraftedAt { get; init; }

    public required string DraftedBy { get; init; }

    public DateTime? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    /// <summary>Hash of the files it came from; null when an officer made it.</summary>
    public string? Source { get; init; }
}

internal sealed class PictureRow
{
    public required string Hash { get; init; }

    public required string MediaType { get; init; }

    /// <summary>The bytes in base64.</summary>
    public required string Content { get; init; }
}
