namespace Madoguchi.Approvals.Contracts;

/// <summary>Permissions of this module.</summary>
public static class ApprovalsPermissions
{
    /// <summary>Take part in approvals: act on the steps of one's posts, recall one's own drafts.</summary>
    public const string Act = "approvals.act";

    /// <summary>Read the approvals of a division without being on their route.</summary>
    public const string View = "approvals.view";
}
