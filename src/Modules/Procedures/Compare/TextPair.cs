namespace Madoguchi.Procedures.Compare;

/// <summary>Texts short enough for a sentence. Of two long ones what differs is shown, with a little before and behind it.</summary>
internal static class TextPair
{
    private const int Most = 60;
    private const int Beside = 12;

    public static (string Was, string Now) Of(string was, string now)
    {
        (was, now) = (Line(was), Line(now));
        if (was.Length <= Most && now.Length <= Most) return (was, now);
        var same = Math.Min(was.Length, now.Length);
        var (start, end) = (0, 0);
        while (start < same && was[start] == now[start]) start++;
        while (end < same - start && was[^(end + 1)] == now[^(end + 1)]) end++;
        return (Part(was, start - Beside, was.Length - end + Beside), Part(now, start - Beside, now.Length - end + Beside));
    }

    public static string Short(string text, int most = Most) => Line(text) is var line && line.Length <= most ? line : Part(line, 0, most);

    /// <summary>On one line.</summary>
    public static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    // No character is cut in half.
    private static string Part(string text, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(text.Length, to));
        to = Math.Min(to, from + Most + 2 * Beside);
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }
}
