namespace Madoguchi.Notices.Contracts;

/// <summary>Permissions of this module.</summary>
public static class NoticesPermissions
{
    /// <summary>See the notices of a division.</summary>
    public const string View = "notices.view";

    /// <summary>Work the paper queue: print, post, mark as posted.</summary>
    public const string Dispatch = "notices.dispatch";
}
