namespace Madoguchi.Residents;

/// <summary>Wires the module.</summary>
public sealed class ResidentsModule : Module
{
    public override string Name => "residents";
}
