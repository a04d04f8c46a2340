namespace Madoguchi.Directory;

/// <summary>Wires the module.</summary>
public sealed class DirectoryModule : Module
{
    public override string Name => "directory";
}
