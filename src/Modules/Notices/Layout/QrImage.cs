using System.Text;
using QRCoder;

namespace Madoguchi.Notices.Layout;

/// <summary>A QR code as an image that stands inside the document itself.</summary>
internal static class QrImage
{
    public static string DataUri(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(4, "#000", "#fff", true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
