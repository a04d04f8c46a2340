namespace Madoguchi.Insights.Look;

/// <summary>How far back the figures go: one of three, from the address.</summary>
internal sealed record DaysBack(int Days)
{
    public const int Usual = 90;

    public static readonly IReadOnlyList<int> All = [30, Usual, 365];

    public static DaysBack Of(string? days) => new(int.TryParse(days, out var asked) && All.Contains(asked) ? asked : Usual);

    /// <summary>The first day shown.</summary>
    public DateOnly From(DateOnly today) => today.AddDays(1 - Days);
}
