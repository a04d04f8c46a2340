namespace Madoguchi.Notices.Printing;

/// <summary>Makes a tagged A4 PDF of an HTML document that needs nothing from outside itself.</summary>
internal interface IPrinter
{
    /// <param name="html">A whole document; images as data: only.</param>
    /// <exception cref="PrintFault">Not printed in time, or the browser cannot start. Worth another try later.</exception>
    Task<byte[]> PrintAsync(string html, CancellationToken ct);
}

/// <summary>The document could not be printed now.</summary>
internal sealed class PrintFault(string reason, Exception? cause = null) : Exception(reason, cause);
