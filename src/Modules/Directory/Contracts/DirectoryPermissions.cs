namespace Madoguchi.Directory.Contracts;

/// <summary>Permissions of this module.</summary>
public static class DirectoryPermissions
{
    /// <summary>See who works where.</summary>
    public const string View = "directory.view";

    /// <summary>Set the name, mark, colours, pictures and greeting pages show.</summary>
    public const string Theme = "directory.theme";
}
