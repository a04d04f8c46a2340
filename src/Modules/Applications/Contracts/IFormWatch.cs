namespace Madoguchi.Applications.Contracts;

/// <summary>A page of a form somebody is on; nothing says who.</summary>
/// <param name="Page">Id of the page, or <see cref="Check"/>.</param>
public sealed record FormPlace(string Procedure, int Edition, string Page)
{
    /// <summary>The last page, where all answers are looked at and sent; no page of a definition can be called so.</summary>
    public const string Check = "$check";
}

/// <summary>
/// Hears how people get through the pages of a form on the web; implemented by a module above, which counts.
/// Called in the request itself: it neither waits, writes nor fails. Other channels, the API among them, do not call it.
/// </summary>
public interface IFormWatch
{
    /// <summary>A form was begun, and its first page opened.</summary>
    void Begun(FormPlace first);

    /// <summary>Somebody came to the page for the first time.</summary>
    void Opened(FormPlace place);

    /// <summary>They went on from it, for the first time.</summary>
    void Passed(FormPlace place);

    /// <summary>An answer on it led out of the form: it is not for them.</summary>
    void LedOut(FormPlace place);

    /// <summary>They wanted to go on, and something was missing or wrong.</summary>
    void Failed(FormPlace place, IReadOnlyList<FieldError> errors);

    /// <summary>The form was sent.</summary>
    /// <param name="begunAt">When it was begun (UTC).</param>
    void Submitted(string procedure, int edition, DateTime begunAt);
}
