namespace Madoguchi.Approvals.Domain;

internal static class Refusals
{
    public static readonly Refusal NotRouting = new("not-routing");
    public static readonly Refusal OwnDraft = new("own-draft");
    public static readonly Refusal WrongAct = new("wrong-act");
    public static readonly Refusal PostNotYours = new("post-not-yours", RefusalKind.Forbidden);
    public static readonly Refusal DraftNotYours = new("draft-not-yours", RefusalKind.Forbidden);
    public static readonly Refusal AlreadyActedOn = new("already-acted-on");
    public static readonly Refusal LastItem = new("last-item");
    public static readonly Refusal NothingToReview = new("nothing-to-post-review");
    public static readonly Refusal RouteInvalid = new("route-invalid");
    public static readonly Refusal AlreadyRouting = new("already-routing");
    public static readonly Refusal Changed = new("changed-by-someone-else", RefusalKind.VersionMismatch);

    public static readonly Refusal ReasonMissing = Field("reason", "approval-reason-missing");
    public static readonly Refusal ToMissing = Field("to", "approval-to-missing");
    public static readonly Refusal ToNotEarlier = Field("to", "approval-to-not-earlier");
    public static readonly Refusal PostMissing = Field("post", "approval-post-missing");
    public static readonly Refusal ItemMissing = Field("intakeNumber", "approval-item-missing");
    public static readonly Refusal ItemNotListed = Field("intakeNumber", "approval-item-not-listed");

    private static Refusal Field(string field, string code) => Refusal.Invalid(new FieldError(field, code));
}
