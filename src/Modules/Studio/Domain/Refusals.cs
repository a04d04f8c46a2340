namespace Madoguchi.Studio.Domain;

internal static class Refusals
{
    /// <summary>Somebody else saved first; the page shows what, and keeps what was typed.</summary>
    public static readonly Refusal Overtaken = new("changed-by-someone-else", RefusalKind.VersionMismatch);

    /// <summary>On its way through 決裁, published or thrown away.</summary>
    public static readonly Refusal NotEditable = new("studio-not-editable");

    public static readonly Refusal NothingToUndo = new("studio-nothing-to-undo");

    public static readonly Refusal Gone = new("studio-gone");

    /// <summary>The definition has faults.</summary>
    public static readonly Refusal Faults = new("studio-faults");

    /// <summary>Nobody can ever decide: the post is not there.</summary>
    public static readonly Refusal NoManager = new("studio-no-manager");

    /// <summary>Another edition was published since the comparison was made.</summary>
    public static readonly Refusal EditionMoved = new("studio-edition-moved");

    /// <summary>Another edition was published since the draft was begun, and nobody has compared them yet.</summary>
    public static readonly Refusal EditionNewer = new("studio-edition-newer");

    /// <summary>The text of the draft is not the one that was decided on.</summary>
    public static readonly Refusal TextMoved = new("studio-text-moved");

    /// <summary>Another procedure was published under this name meanwhile.</summary>
    public static readonly Refusal SlugTaken = new("studio-slug-gone");

    /// <summary>Nobody but the drafter could ever act on a step, and nobody acts on their own draft.</summary>
    /// <param name="post">What the post is called.</param>
    public static Refusal NobodyElse(string post) => new("studio-nobody-else") { Arguments = [("post", post)] };

    /// <summary>So many were said about one draft already.</summary>
    public static readonly Refusal ManyComments = new("studio-comments-many");

    /// <summary>By one link within an hour.</summary>
    public static readonly Refusal CommentsTooOften = new("studio-comments-often", RefusalKind.Busy);

    public static readonly Refusal ManyLinks = new("studio-links-many");

    /// <summary>年度更新: nothing was chosen, or nothing of it changes.</summary>
    public static readonly Refusal NothingToRoll = new("studio-nothing-to-roll");

    public static Refusal Field(string field, string code) => Refusal.Invalid(new FieldError(field, code));
}
