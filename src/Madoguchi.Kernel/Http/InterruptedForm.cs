namespace Madoguchi.Kernel.Http;

/// <summary>A feature of a request: what was typed on a page that was sent after the sign-in had ended, sealed. The sign-in page carries it along, so that it comes back afterwards.</summary>
/// <param name="Carried">Nobody but the program can read or change it.</param>
/// <param name="HadFiles">Files were chosen too; those are not carried.</param>
public sealed record InterruptedForm(string Carried, bool HadFiles);
