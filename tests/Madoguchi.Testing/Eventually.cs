namespace Madoguchi.Testing;

/// <summary>Waits for a condition, never for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What <paramref name="look"/> gives once it gives something.</summary>
    /// <exception cref="TimeoutException">It gave nothing for a minute.</exception>
    public static async Task<T> See<T>(Func<Task<T?>> look, string what) where T : class
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            if (await look() is { } seen) return seen;
            if (DateTime.UtcNow > end) throw new TimeoutException($"Not seen within {Patience.TotalSeconds} s: {what}");
            await Task.Delay(50);
        }
    }
}
