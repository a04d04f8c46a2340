using Madoguchi.Notices.Layout;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Notices.Printing;

/// <summary>Lends the printer of the notices to forms on paper.</summary>
internal sealed class PaperPrinter(IPrinter printer) : IPaperPrinter
{
    public async Task<byte[]> PrintAsync(string html, CancellationToken stop)
    {
        try
        {
            return await printer.PrintAsync(html, stop);
        }
        catch (PrintFault fault)
        {
            throw new PaperFault(fault.Message, fault);
        }
    }

    public string QrCode(string content) => QrImage.DataUri(content);
}
