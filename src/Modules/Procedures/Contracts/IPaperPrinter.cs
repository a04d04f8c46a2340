namespace Madoguchi.Procedures.Contracts;

/// <summary>Prints forms on paper; implemented by the module that has the printer.</summary>
public interface IPaperPrinter
{
    /// <summary>A tagged A4 PDF of a whole HTML document that needs nothing from outside itself.</summary>
    /// <exception cref="PaperFault">Not printed in time, or the printer does not start. Worth another try later.</exception>
    Task<byte[]> PrintAsync(string html, CancellationToken stop);

    /// <summary>A QR code as an image that stands inside the document (<c>data:</c>).</summary>
    string QrCode(string content);
}

/// <summary>The form could not be printed now.</summary>
public sealed class PaperFault(string reason, Exception? cause = null) : Exception(reason, cause);
