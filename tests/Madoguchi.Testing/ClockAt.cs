namespace Madoguchi.Testing;

/// <summary>A clock that stands where the test wants it.</summary>
public sealed class ClockAt(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
