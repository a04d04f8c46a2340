using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Web.Start;

/// <summary>What the operator reads when the city hall is open.</summary>
internal static class Announcement
{
    public static void Write(WebApplication app, CityOptions options)
    {
        var address = options.Port == 0 ? app.Urls.First() : $"http://localhost:{options.Port}";
        Console.WriteLine($"窓口が開きました: {address}");
        foreach (var doubt in app.Services.GetRequiredService<Texts>().Doubts) Console.WriteLine($"  確かめてください: {doubt}");
        if (!options.Demo) return;
        Console.WriteLine($"""
              住民の入口   {address}/sign-in        hanako  taro  proxy  builder  kana
              職員の入口   {address}/staff/sign-in  clerk  chief  manager  road-clerk  road-chief  road-manager  ほか
              届いたメール {address}/demo/mail
              API          {address}/docs/api       Authorization: Bearer demo-clerk
            """);
    }
}
