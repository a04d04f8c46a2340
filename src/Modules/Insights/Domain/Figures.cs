namespace Madoguchi.Insights.Domain;

/// <summary>How a procedure went: forms begun, sent by time taken, and what people said.</summary>
internal sealed record Figures(long Begun, IReadOnlyDictionary<string, long> Sent, long Ratings, long ScoreSum)
{
    /// <summary>Fewer answers would tell what somebody said.</summary>
    public const int FewestRatings = 5;

    public static readonly Figures None = new(0, new Dictionary<string, long>(), 0, 0);

    public long Submitted => Sent.Values.Sum();

    /// <summary>Of a hundred forms begun, how many were sent; null when none was begun. A form begun before the days shown may be sent in them.</summary>
    public int? FinishRate => Begun == 0 ? null : Share.Of(Submitted, Begun);

    public string? MedianTime => TimeTaken.Median(Sent);

    public double? Satisfaction => Ratings < FewestRatings ? null : (double)ScoreSum / Ratings;
}

/// <summary>A part of a whole in percent, 0 to 100.</summary>
internal static class Share
{
    public static int Of(long part, long whole) => whole <= 0 ? 0 : (int)Math.Clamp(Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero), 0, 100);
}

/// <summary>One page of the way: who came, who went on, whom it was not for, and where people left.</summary>
internal sealed record PageFigures(string Page, long Opened, long Passed, long LedOut, long Failed)
{
    public long Left => Math.Max(0, Opened - Passed - LedOut);

    public int LeftShare => Share.Of(Left, Opened);
}
