using Madoguchi.DesignSystem.Messages;

namespace Madoguchi.Applications.MyApplications;

/// <summary>The state of a matter in the applicant's words.</summary>
internal static class StatusWords
{
    public static LocalizedText Of(Localizer text, ApplicationStatus status, Nature nature) => status switch
    {
        ApplicationStatus.UnderReview when nature != Nature.Application => text["my.status.working"],
        _ => text[$"my.status.{EnumText.Of(status)}"],
    };

    public static ChipTone Tone(ApplicationStatus status) => status switch
    {
        ApplicationStatus.CorrectionRequested => ChipTone.Warning,
        ApplicationStatus.Decided or ApplicationStatus.Completed => ChipTone.Success,
        ApplicationStatus.Withdrawn or ApplicationStatus.Closed => ChipTone.Neutral,
        _ => ChipTone.Info,
    };
}
