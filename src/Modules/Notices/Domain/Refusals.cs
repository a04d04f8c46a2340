namespace Madoguchi.Notices.Domain;

internal static class Refusals
{
    public static readonly Refusal NotInPaperQueue = new("not-in-paper-queue");
    public static readonly Refusal PostedOnNotPossible = Refusal.Invalid(new FieldError("PostedOn", "posted-on"));
    public static readonly Refusal BeingIssued = new("notice-being-issued");
    public static readonly Refusal NoticeFile = new("notice-file");
    public static readonly Refusal NoPdf = Refusal.Invalid(new FieldError("file", "verify-file"));
    public static readonly Refusal TooLarge = new("file-too-large", RefusalKind.TooLarge);
    public static readonly Refusal NotMultipart = new("not-multipart", RefusalKind.UnsupportedType);

    public static Refusal Incomplete(string template, int line, string reason) =>
        new("notice-incomplete") { Arguments = [("template", template), ("line", line), ("reason", reason)] };
}
