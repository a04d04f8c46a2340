using Madoguchi.Kernel.Text;
using Madoguchi.Procedures;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Paper;

/// <summary>Keeps what would be printed.</summary>
internal sealed class PaperSpy : IPaperPrinter
{
    public string? Html { get; private set; }

    public string? Encoded { get; private set; }

    public bool IsBroken { get; init; }

    public Task<byte[]> PrintAsync(string html, CancellationToken stop)
    {
        if (IsBroken) throw new PaperFault("The browser does not start");
        Html = html;
        return Task.FromResult("%PDF"u8.ToArray());
    }

    public string QrCode(string content)
    {
        Encoded = content;
        return "data:image/svg+xml;base64,";
    }
}

internal static class PaperTexts
{
    public static readonly Texts All = new([typeof(ProceduresModule).Assembly]);
}
