using System.Globalization;
using System.Text.Json;
using Madoguchi.DesignSystem.Messages;

namespace Madoguchi.Applications.Histories;

/// <summary>How days, states and channels read on the officers' pages.</summary>
internal static class OfficeWords
{
    /// <summary>「令和8年11月22日 9時05分」.</summary>
    public static string Moment(DateTime utc) => $"{JapaneseDate.Format(JapaneseDate.Of(utc))} {JapaneseDate.ToTokyo(utc).ToString("H'時'mm'分'", CultureInfo.InvariantCulture)}";

    /// <summary>「R8.11.22 9:05」, for lists.</summary>
    public static string ShortMoment(DateTime utc) => $"{JapaneseDate.FormatShort(JapaneseDate.Of(utc))} {JapaneseDate.ToTokyo(utc).ToString("H:mm", CultureInfo.InvariantCulture)}";

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTime utc) => JapaneseDate.ToTokyo(utc).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    public static string Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => $"{Math.Round(bytes / 1024d / 1024d, 1).ToString(CultureInfo.InvariantCulture)}MB",
        >= 1024 => $"{bytes / 1024}KB",
        _ => $"{bytes}B",
    };

    /// <summary>A day kept in the details of a fact.</summary>
    public static bool TryGetDay(this JsonElement value, out DateOnly day)
    {
        day = default;
        return value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out day);
    }

    public static LocalizedText Status(Localizer text, ApplicationStatus status) => text[$"staff.status.{EnumText.Of(status)}"];

    public static ChipTone ToneOf(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Arrived => ChipTone.Info,
        ApplicationStatus.CorrectionRequested => ChipTone.Warning,
        ApplicationStatus.Decided or ApplicationStatus.Completed => ChipTone.Success,
        _ => ChipTone.Neutral,
    };

    public static bool IsOpen(ApplicationStatus status) =>
        status is ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.AwaitingDecision;

    /// <summary>How the due day stands, in words; null when it is far or no longer matters.</summary>
    public static DueWords? Due(Localizer text, ApplicationStatus status, DateOnly dueOn, DateOnly today)
    {
        if (!IsOpen(status)) return null;
        var days = dueOn.DayNumber - today.DayNumber;
        return days switch
        {
            < 0 => new DueWords(text["staff.due.overdue", ("days", -days)], ChipTone.Error),
            0 => new DueWords(text["staff.due.today"], ChipTone.Warning),
            <= 3 => new DueWords(text["staff.due.soon", ("days", days)], ChipTone.Warning),
            _ => null,
        };
    }
}

/// <summary>A word about the due day and how loudly it is said.</summary>
internal sealed record DueWords(LocalizedText Text, ChipTone Tone);
