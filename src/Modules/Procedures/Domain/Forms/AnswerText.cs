namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Reads texts of answers: whatever a client sends becomes clean text or is refused, nothing throws.</summary>
internal static class AnswerText
{
    /// <summary>The text, normalised; false when it is no text or carries control characters or half a surrogate pair.</summary>
    public static bool TryRead(JsonElement element, bool lines, out string text, out string error)
    {
        text = "";
        error = "answer.wrongType";
        if (element.ValueKind != JsonValueKind.String) return false;
        error = "answer.unreadable";
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        if (IsPlain(text)) return true;
        if (!TextRules.IsClean(text)) return false;
        text = TextRules.Normalise(text);
        return lines || text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0;
    }

    public static int Length(string text) => IsPlain(text) ? text.Length : TextRules.Length(text);

    /// <summary>The name of a property; null when it cannot be read.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsKatakana(string text)
    {
        foreach (var c in text) if (c is not ((>= 'ァ' and <= 'ヺ') or 'ー' or '・' or ' ')) return false;
        return text.Length > 0;
    }

    public static string Katakana(string text) => IsKatakana(text) ? text : TextRules.Katakana(text).Replace('　', ' ').Trim();

    public static string Digits(string text) => IsDigits(text) ? text : TextRules.Digits(text);

    public static bool IsDigits(string text)
    {
        foreach (var c in text) if (!char.IsAsciiDigit(c)) return false;
        return text.Length > 0;
    }

    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        if (at is < 1 or > 64 || text.Length > 254 || text.IndexOf('@', at + 1) >= 0) return false;
        var domain = text.AsSpan(at + 1);
        foreach (var c in text) if (c <= ' ' || c > '~' || "\"(),:;<>[\\]".Contains(c)) return false;
        return domain.Length > 3 && domain.LastIndexOf('.') is var dot && dot > 0 && dot < domain.Length - 2 && !domain.Contains("..", StringComparison.Ordinal) && domain[0] is not '.' and not '-';
    }

    // Most answers are of these characters only: already NFC, one grapheme each, nothing to take away.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is not ((>= ' ' and <= '~') or (>= '\u3001' and <= '\u3098') or (>= '\u309B' and <= '\u9FFF') or (>= '！' and <= '～')))
                return false;
        return text.Length == 0 || (text[0] != ' ' && text[^1] != ' ');
    }
}
