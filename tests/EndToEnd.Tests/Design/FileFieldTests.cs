using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>With its script a file field takes what is dropped on it and tells its limits at once; five files of 10 MB, two attached.</summary>
public sealed class FileFieldTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Fact]
    public async Task What_is_chosen_is_told()
    {
        var page = await OpenAsync();
        await page.Locator("#files").SetInputFilesAsync([File("a.pdf"), File("b.pdf")]);
        Assert.Equal("選択したファイル：a.pdf、b.pdf", await Said(page, "polite"));
        Assert.Equal("", await Said(page, "assertive"));
    }

    [Fact]
    public async Task Too_many_or_too_large_is_told_before_anything_is_sent_and_taken_back_when_put_right()
    {
        var page = await OpenAsync();
        await page.Locator("#files").SetInputFilesAsync([File("a.pdf"), File("b.pdf"), File("c.pdf"), File("d.pdf")]);
        Assert.Equal("＊添付できるのは5ファイルまでです。選び直してください", await Said(page, "assertive"));
        Assert.Equal("true", await page.Locator("#files").GetAttributeAsync("aria-invalid"));

        await page.Locator("#files").SetInputFilesAsync([File("$&.pdf", 11 << 20)]);
        Assert.Equal("＊$&.pdfは10MBを超えています。小さくするか、別のファイルを選んでください", await Said(page, "assertive"));

        await page.Locator("#files").SetInputFilesAsync([File("a.pdf")]);
        Assert.Equal("", await Said(page, "assertive"));
        Assert.Null(await page.Locator("#files").GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task A_dropped_file_is_chosen()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("""
            () => {
              const carried = new DataTransfer();
              carried.items.add(new File(['%PDF-'], 'dropped.pdf', { type: 'application/pdf' }));
              const box = document.querySelector('#files').closest('.dads-file');
              for (const type of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("dropped.pdf", await page.Locator("#files").EvaluateAsync<string>("e => [...e.files].map(f => f.name).join()"));
        Assert.Equal("選択したファイル：dropped.pdf", await Said(page, "polite"));
    }

    private static FilePayload File(string name, int bytes = 10) => new() { Name = name, MimeType = "application/pdf", Buffer = new byte[bytes] };

    private static Task<string> Said(IPage page, string how) => page.Locator($".dads-file:has(#files) > [aria-live={how}]").InnerTextAsync();

    private async Task<IPage> OpenAsync()
    {
        var anybody = await Someone("sqlite", Gallery.At(1280));
        await anybody.GoAsync("/design");
        return anybody.Page;
    }
}
