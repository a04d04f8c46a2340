namespace Madoguchi.Messaging;

/// <summary>Wires the module.</summary>
public sealed class MessagingModule : Module
{
    public override string Name => "messaging";
}
