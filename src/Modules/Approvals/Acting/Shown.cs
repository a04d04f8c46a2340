using System.Globalization;
using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Messages;

namespace Madoguchi.Approvals.Acting;

/// <summary>How times and states look on the pages.</summary>
internal static class Shown
{
    /// <summary>「令和8年11月22日 9時05分」.</summary>
    public static string Moment(DateTime utc) =>
        JapaneseDate.Format(JapaneseDate.Of(utc)) + JapaneseDate.ToTokyo(utc).ToString(" H'時'mm'分'", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTime utc) => JapaneseDate.ToTokyo(utc).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    public static ChipTone ToneOf(ApprovalState state) => state switch
    {
        ApprovalState.Routing => ChipTone.Info,
        ApprovalState.Decided => ChipTone.Success,
        ApprovalState.Rejected => ChipTone.Error,
        _ => ChipTone.Warning,
    };

    public static ChipTone ToneOf(ApprovalStepState state) => state switch
    {
        ApprovalStepState.Active => ChipTone.Info,
        ApprovalStepState.Done => ChipTone.Success,
        ApprovalStepState.Objected => ChipTone.Error,
        _ => ChipTone.Neutral,
    };
}
