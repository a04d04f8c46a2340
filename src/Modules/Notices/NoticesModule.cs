namespace Madoguchi.Notices;

/// <summary>Wires the module.</summary>
public sealed class NoticesModule : Module
{
    public override string Name => "notices";
}
