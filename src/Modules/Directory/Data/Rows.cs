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
