namespace Madoguchi.Applications.Domain;

/// <summary>The named refusals of this module; sentences under <c>refusal.{code}</c>.</summary>
internal static class Refusals
{
    public static readonly Refusal NotArrived = new("not-arrived");
    public static readonly Refusal NotUnderReview = new("not-under-review");
    public static readonly Refusal NotOpen = new("not-open");
    public static readonly Refusal NoCorrectionRequested = new("no-correction-requested");
    public static readonly Refusal AlreadyNotified = new("already-notified");
    public static readonly Refusal DecisionRequired = new("decision-required");
    public static readonly Refusal NotADecision = new("not-a-decision");
    public static readonly Refusal ExtensionTooShort = new("extension-too-short");
    public static readonly Refusal FormSubmitted = new("form-submitted");
    public static readonly Refusal NoAccount = new("no-account");
    public static readonly Refusal ChannelNotYours = new("channel-not-yours", RefusalKind.Forbidden);
    public static readonly Refusal BookingFull = new("booking-full");
    public static readonly Refusal BookingOnce = new("booking-once");
    public static readonly Refusal BookingClosed = new("booking-closed");
    public static readonly Refusal CancelTooLate = new("cancel-too-late");
    public static readonly Refusal DifferentProcedures = new("different-procedures");
    public static readonly Refusal ProcedureOnce = new("procedure-once");
    public static readonly Refusal ProcedureStopped = new("procedure-stopped");
    public static readonly Refusal ProcedureFull = new("procedure-full");

    /// <summary>One of several was changed after it had been shown.</summary>
    public static Refusal MatterChanged(string number) => new("matter-changed", RefusalKind.VersionMismatch) { Arguments = [("number", number)] };

    /// <summary>Outside the days on which it is taken.</summary>
    public static Refusal NotOpenAt(DateTime? opens, DateTime? closes) => new("procedure-not-open") { Arguments = [("opens", $"{Day(opens)}〜{Day(closes)}")] };

    private static string Day(DateTime? utc) => utc is { } at ? JapaneseDate.ToTokyo(at).ToString("yyyy/MM/dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "";

    public static Refusal Missing(string field) => Refusal.Invalid(new FieldError(field, "missing"));
}
