namespace Madoguchi.Applications;

/// <summary>Wires the module.</summary>
public sealed class ApplicationsModule : Module
{
    public override string Name => "applications";
}
