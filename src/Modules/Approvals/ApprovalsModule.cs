namespace Madoguchi.Approvals;

/// <summary>Wires the module.</summary>
public sealed class ApprovalsModule : Module
{
    public override string Name => "approvals";
}
