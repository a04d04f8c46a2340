namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>What a form knows of the city it is used in.</summary>
internal sealed record FormContext(string? City, string? Prefecture, BusinessCalendar Calendar);
