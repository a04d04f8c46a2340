namespace Madoguchi.Notices.Blocks;

/// <summary>A block that cannot be read: its place inside the letter and what is wrong.</summary>
internal sealed record BlockFault(string Place, string Reason);
