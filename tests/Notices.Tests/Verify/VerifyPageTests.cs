using Madoguchi.Testing;

namespace Notices.Tests.Verify;

/// <summary>Anybody who holds a notice checks it on the page.</summary>
public sealed class VerifyPageTests(DemoCity city, City signing) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_file_larger_than_a_form_is_checked_on_the_page()
    {
        byte[] altered = [.. signing.Sign(SmallPdf.Make(false)), .. new byte[2 * 1024 * 1024]];
        using var anyone = city.Visitor();
        await anyone.GoAsync("/verify");
        await anyone.Attach("file", "notice.pdf", altered, "application/pdf").PressAsync("ファイルを確かめる");
        Assert.Equal(200, anyone.Status);
        Assert.Contains("本物と確かめられません", anyone.Words);
        Assert.Contains("みなと台市長", anyone.Words);
    }

    [Fact]
    public async Task Without_a_file_the_page_says_so_beside_the_field()
    {
        using var anyone = city.Visitor();
        await anyone.GoAsync("/verify");
        await anyone.PressAsync("ファイルを確かめる");
        Assert.Equal(400, anyone.Status);
        Assert.Contains("PDFファイルを選んでください。", anyone.Words);
    }
}
