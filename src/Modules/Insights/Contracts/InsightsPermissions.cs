namespace Madoguchi.Insights.Contracts;

/// <summary>Permissions of this module.</summary>
public static class InsightsPermissions
{
    /// <summary>See how residents get through the procedures of a division, and what they say of them.</summary>
    public const string View = "insights.view";
}
