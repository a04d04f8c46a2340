namespace Madoguchi.Procedures.Search.Missed;

/// <summary>見つからなかった検索: words residents looked for in vain, and how often. Of nobody, and of no time of the day.</summary>
internal sealed class MissedSearch
{
    public Guid Id { get; init; }

    public required string Words { get; init; }

    public long Searches { get; init; }

    public DateOnly FirstOn { get; init; }

    public DateOnly LastOn { get; init; }

    /// <summary>Somebody has looked at it, and there is no procedure for it.</summary>
    public bool Dismissed { get; private set; }

    public void Dismiss() => Dismissed = true;
}

/// <summary>市のキーワード: a word of this city under which a procedure is found, beside those of its definition.</summary>
internal sealed class CityWord
{
    public Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Word { get; init; }

    public DateTime AddedAt { get; init; }

    /// <summary>Id of the staff member.</summary>
    public required string AddedBy { get; init; }
}
