namespace Madoguchi.Directory.Contracts;

/// <summary>Permissions of this module.</summary>
public static class DirectoryPermissions
{
    /// <summary>See who works where.</summary>
    public const string View = "directory.view";
}
