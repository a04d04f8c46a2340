using System.Diagnostics;

namespace EndToEnd.Tests.Stories;

/// <summary>What a reader finds in a PDF (poppler).</summary>
internal static class Pdf
{
    public static async Task<string> TextAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true })!;
            return await process.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
