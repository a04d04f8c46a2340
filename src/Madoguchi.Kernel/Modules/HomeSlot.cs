namespace Madoguchi.Kernel.Modules;

/// <summary>A part a module gives to the residents' home page, shown to residents who are signed in; the partial loads by itself what it shows.</summary>
/// <param name="Order">Smaller ones stand first.</param>
/// <param name="Partial">Path of the partial, such as <c>/Modules/Applications/MyApplications/_Todo.cshtml</c>.</param>
public sealed record HomeSlot(int Order, string Partial);
