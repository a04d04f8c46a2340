namespace Madoguchi.Files;

/// <summary>Wires the module.</summary>
public sealed class FilesModule : Module
{
    public override string Name => "files";
}
