namespace Madoguchi.Insights.Domain;

/// <summary>Time from the first page to sending, in buckets: <c>3</c> is up to three minutes, <c>more</c> is longer than all.</summary>
internal static class TimeTaken
{
    private static readonly int[] Minutes = [3, 5, 10, 20, 40];

    public static IReadOnlyList<string> Buckets { get; } = ["3", "5", "10", "20", "40", "more"];

    public static string BucketOf(DateTime begun, DateTime sent)
    {
        var minutes = (sent - begun).TotalMinutes;
        var at = Array.FindIndex(Minutes, most => minutes <= most);
        return at < 0 ? Buckets[^1] : Buckets[at];
    }

    /// <summary>The bucket in which the middle one lies; null when there is none.</summary>
    public static string? Median(IReadOnlyDictionary<string, long> sent)
    {
        var middle = (sent.Values.Sum() + 1) / 2;
        var before = 0L;
        return middle == 0 ? null : Buckets.First(bucket => (before += sent.GetValueOrDefault(bucket)) >= middle);
    }
}
