namespace Madoguchi.Messaging.Contracts;

/// <summary>Permissions of this module.</summary>
public static class MessagingPermissions
{
    /// <summary>See what could not be sent, and send it again.</summary>
    public const string Resend = "messaging.resend";

    /// <summary>Write what the city tells everybody.</summary>
    public const string Announce = "messaging.announce";
}
