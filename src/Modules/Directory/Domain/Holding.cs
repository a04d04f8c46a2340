namespace Madoguchi.Directory.Domain;

/// <summary>A person in a post, from a day to a day (both included; open when null).</summary>
internal sealed record Holding(string Post, string Staff, DateOnly From, DateOnly? To)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>代決: holders of the deputy post may act for the post.</summary>
internal sealed record Delegation(string Post, string DeputyPost, DateOnly From, DateOnly? To)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A permission of a post; its scope is <c>own</c>, <c>city</c> or codes of divisions.</summary>
internal sealed record PostGrant(string Post, string Permission, string Scope)
{
    /// <summary>The divisions it holds in; null for the whole city.</summary>
    public IReadOnlyCollection<string>? DivisionsFor(string? own) => Scope switch
    {
        "city" => null,
        "own" => own is null ? [] : [own],
        _ => Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    };
}

/// <summary>処分庁 and the post that lends it a name.</summary>
internal sealed record NamedAuthority(string Code, string Title, string Post);
