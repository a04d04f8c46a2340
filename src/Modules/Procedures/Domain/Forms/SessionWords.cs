namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>A session in words: day, hours, what it is.</summary>
internal static class SessionWords
{
    private const string Days = "日月火水木金土";

    public static LocalizedText Of(Session session, Language language)
    {
        var plan = session.Plan;
        var day = language == Language.En
            ? $"{session.Day.ToString("dddd", CultureInfo.InvariantCulture)}, {DayWords.Day(session.Day, language)}"
            : $"{DayWords.Day(session.Day, language)}（{Days[(int)session.Day.DayOfWeek]}）";
        return $"{day} {plan.Starts:HH\\:mm}–{plan.Ends:HH\\:mm} {plan.Label.In(language).Source}";
    }
}
