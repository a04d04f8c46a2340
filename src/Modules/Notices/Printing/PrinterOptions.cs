namespace Madoguchi.Notices.Printing;

/// <summary>How the printing browser runs.</summary>
internal sealed record PrinterOptions
{
    public string Chromium { get; init; } = "/usr/bin/chromium-headless-shell";

    /// <summary>Only the demo may run as root, where Chromium's sandbox cannot work.</summary>
    public bool Demo { get; init; }

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    public int AtOnce { get; init; } = 2;
}
