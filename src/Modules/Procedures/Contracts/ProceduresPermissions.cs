namespace Madoguchi.Procedures.Contracts;

/// <summary>Permissions of this module.</summary>
public static class ProceduresPermissions
{
    /// <summary>Look after how procedures are found: what was searched in vain, and the city's own words for them.</summary>
    public const string Maintain = "procedures.maintain";
}
