namespace Madoguchi.Forms;

/// <summary>A measured value beside its goal.</summary>
internal sealed record Figure(string Id, string What, double Value, double Goal, string Unit);
