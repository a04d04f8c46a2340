namespace Madoguchi.Applications.Contracts;

/// <summary>Permissions of this module.</summary>
public static class ApplicationsPermissions
{
    /// <summary>See the matters of a division.</summary>
    public const string View = "applications.view";

    /// <summary>Work on them: accept, ask for correction, amend, complete, close.</summary>
    public const string Review = "applications.review";

    /// <summary>Draft decisions.</summary>
    public const string Propose = "applications.propose";

    /// <summary>Take lists out as CSV.</summary>
    public const string Export = "applications.export";

    /// <summary>Enter what came over the counter, by mail or by telephone.</summary>
    public const string Register = "applications.register";
}
