namespace Madoguchi.Procedures;

/// <summary>Wires the module.</summary>
public sealed class ProceduresModule : Module
{
    public override string Name => "procedures";
}
