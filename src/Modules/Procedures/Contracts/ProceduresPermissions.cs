namespace Madoguchi.Procedures.Contracts;

/// <summary>Permissions of this module.</summary>
public static class ProceduresPermissions
{
    /// <summary>Look after how procedures are found: what was searched in vain, and the city's own words for them.</summary>
    public const string Maintain = "procedures.maintain";

    /// <summary>Make and change procedures of a division in the studio; what is published is decided through an approval.</summary>
    public const string Edit = "procedures.edit";
}
