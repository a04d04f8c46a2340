namespace Madoguchi.Applications.Questions;

/// <summary>A session in one line: day, hours, what it is.</summary>
internal static class SessionLine
{
    private const string Days = "日月火水木金土";

    public static LocalizedText Of(Session session, Language language)
    {
        var day = language == Language.En
            ? $"{session.Day.DayOfWeek}, {DayWords.Day(session.Day, language)}"
            : $"{DayWords.Day(session.Day, language)}（{Days[(int)session.Day.DayOfWeek]}）";
        return $"{day} {session.Plan.Starts:HH\\:mm}–{session.Plan.Ends:HH\\:mm} {session.Plan.Label.In(language).Source}";
    }

    /// <summary>What is left of it.</summary>
    public static LocalizedText Left(PlacesLeft left, Localizer text) => left switch
    {
        { Places: > 0 } => text["booking.left", ("count", left.Places)],
        { Waiting: > 0 } => text["booking.waiting", ("count", left.Waiting)],
        _ => text["booking.full"],
    };
}
