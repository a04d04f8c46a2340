namespace Madoguchi.Kernel.Modules;

/// <summary>A part a module gives to the page that says 「受け付けました」; the model of the partial is the intake number.</summary>
/// <param name="Order">Smaller ones stand first.</param>
/// <param name="Partial">Path of the partial, such as <c>/Modules/Insights/Rate/_Question.cshtml</c>.</param>
public sealed record SubmittedSlot(int Order, string Partial);
