namespace Madoguchi.Directory.SetTheme;

/// <summary>A theme as it was typed, or as it stands in a file.</summary>
/// <param name="Mark">Bytes of a new mark; null keeps the one there is.</param>
/// <param name="Top">Bytes of a new picture; null keeps the one there is.</param>
internal sealed record ThemeInput(
    string? NameJa, string? NameKana, string? NameEn, string? NameEasy,
    string? Key, string? Hover, string? Active, string? Pale, string? Soft, string? Deep,
    byte[]? Mark, bool RemoveMark, byte[]? Top, bool RemoveTop,
    string? TextJa, string? TextEn, string? TextEasy,
    string? GreetingJa, string? GreetingEn, string? GreetingEasy)
{
    public const int LargestMark = 100 * 1024;
    public const int LargestTop = 500 * 1024;
    public const int LongestName = 40;
    public const int LongestWords = 200;
}
