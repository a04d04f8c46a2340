using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Madoguchi.Floor;

/// <summary>What a Razor page costs that asks nobody anything: no database, no language, no layout.</summary>
internal static class PageFloor
{
    public static async Task ServeAsync(int port, string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(PageFloor).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(new Lines(folder)).AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRouting().AddRazorPages();
        await using var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
