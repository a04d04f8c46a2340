namespace Madoguchi.Applications.Contracts;

/// <summary>What became of what was typed when the sign-in ended.</summary>
public enum Resumed
{
    /// <summary>It stands in the form again.</summary>
    Kept,

    /// <summary>The page keeps nothing on the server: it shows everything again when <see cref="Resumption.Typed"/> is posted to it. Nothing is done by that.</summary>
    Carried,

    /// <summary>Too old, changed on the way, or the form has gone on since: the form stands as it was saved last.</summary>
    Lost,

    /// <summary>The form is not of this account: nothing was kept, and nothing of it is shown.</summary>
    NotTheirs,
}

/// <param name="What">The outcome.</param>
/// <param name="Typed">The fields by name, when they are to be posted once more.</param>
public sealed record Resumption(Resumed What, IReadOnlyDictionary<string, string[]>? Typed = null);

/// <summary>Puts back what was typed on a page whose sender was no longer signed in.</summary>
public interface IInterruptedForms
{
    /// <param name="carried">From <see cref="Kernel.Http.InterruptedForm"/>, by way of the browser: anything may stand there.</param>
    /// <param name="account">Who has just signed in.</param>
    Task<Resumption> ResumeAsync(string carried, string account, CancellationToken stop);
}
