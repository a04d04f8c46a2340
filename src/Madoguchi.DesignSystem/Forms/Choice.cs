namespace Madoguchi.DesignSystem.Forms;

/// <summary>One answer to choose: what is posted and what is read.</summary>
public sealed record Choice(string Value, LocalizedText Label, LocalizedText? Support = null, bool Disabled = false);

/// <summary>A file that is attached already. <paramref name="Value"/> is posted by its remove button.</summary>
public sealed record AttachedFile(string Value, string Name, long Bytes, string? Href = null);

/// <summary>How wide a text field stands; on narrow screens never wider than the screen.</summary>
public enum FieldWidth
{
    Wide,
    Full,
    Medium,
    Short,
    Digits4,
    Digits2,
}

/// <summary>How high a field stands: 56, 48 or 40 px at the usual letter size.</summary>
public enum FieldHeight
{
    Lg,
    Md,
    Sm,
}
