namespace Madoguchi.Kernel.Modules;

/// <summary>A part a module gives to the staff home page; the partial loads by itself what it shows.</summary>
/// <param name="Order">Smaller ones stand first.</param>
/// <param name="Permission">Shown only to those who hold it somewhere.</param>
/// <param name="Partial">Path of the partial, such as <c>/Modules/Applications/Lists/_Waiting.cshtml</c>.</param>
public sealed record StaffSlot(int Order, string Permission, string Partial);
