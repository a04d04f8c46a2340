namespace Madoguchi.Insights.Domain;

/// <summary>満足度: what somebody said of a procedure after sending it. Neither the person nor the matter can be found from here.</summary>
internal sealed class Rating
{
    /// <summary>The longest words, in characters as people count them.</summary>
    public const int Longest = 400;

    /// <summary>Random: an id in the order of time would say when it was sent.</summary>
    public Guid Id { get; init; }

    /// <summary>Keyed hash of the matter, so that a second answer replaces the first.</summary>
    public required string MatterKey { get; init; }

    public required string Procedure { get; init; }

    public int Edition { get; init; }

    public DateOnly Day { get; init; }

    public required string Channel { get; init; }

    /// <summary>5 とてもよかった … 1 よくなかった.</summary>
    public int Score { get; init; }

    public string? Words { get; private set; }

    public static bool IsScore(int score) => score is >= 1 and <= 5;

    public void Say(string? words) => Words = words;
}
