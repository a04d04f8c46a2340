namespace Madoguchi.Kernel.Time;

/// <summary>The one clock: <see cref="TimeProvider"/>, as databases keep it.</summary>
public static class Clock
{
    /// <summary>Now in UTC, truncated to milliseconds, so that what is stored equals what was said.</summary>
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Today in Tokyo.</summary>
    public static DateOnly Today(this TimeProvider time) => JapaneseDate.Of(time.Now());
}
