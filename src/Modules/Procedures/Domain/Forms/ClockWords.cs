namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Times of day as people type and read them.</summary>
internal static class ClockWords
{
    /// <summary>9:30, 9時30分, 午後1時半; null when it is none.</summary>
    public static TimeOnly? Read(string typed)
    {
        var text = TextRules.HalfWidth(typed).Replace(" ", "", StringComparison.Ordinal);
        var afternoon = text.StartsWith("午後", StringComparison.Ordinal);
        if (afternoon || text.StartsWith("午前", StringComparison.Ordinal)) text = text[2..];
        text = text.Replace("時半", ":30", StringComparison.Ordinal).Replace("時", ":", StringComparison.Ordinal).TrimEnd('分');
        if (text.EndsWith(':')) text += "00";
        if (!TimeOnly.TryParseExact(text, ["H:m", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        return afternoon && time.Hour < 12 ? time.AddHours(12) : time;
    }

    public static string Of(TimeOnly time, Language language) => language == Language.Ja
        ? $"{(time.Hour < 12 ? "午前" : "午後")}{(time.Hour > 12 ? time.Hour - 12 : time.Hour)}時{(time.Minute == 0 ? "" : $"{time.Minute}分")}"
        : time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
