using System.Diagnostics;
using Madoguchi.Notices.Printing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Notices.Tests.Printing;

[Collection("printing")]
public sealed class PrinterTests(City city)
{
    [Fact]
    public async Task Names_come_out_of_the_pdf_unchanged_with_their_variation_selectors()
    {
        using var folder = new TemporaryFolder();
        var pdf = await city.Printer.PrintAsync(Document("<p>髙橋 𠮷子</p><p>渡邉󠄂 太郎</p><p>塚﨑󠄂 勇</p><p>渡邉&#917762; 次郎 様</p>"), default);
        var text = await Tool.Run("pdftotext", folder.File("names.pdf", pdf), "-");
        Assert.Contains("髙橋 𠮷子", text);
        Assert.Contains("渡邉\U000E0102 太郎", text);
        Assert.Contains("塚﨑\U000E0102 勇", text);
        Assert.Contains("渡邉\U000E0102 次郎 様", text);
    }

    [Fact]
    public async Task A_document_gets_nothing_from_outside_and_runs_nothing()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.File("secret.txt", "SECRET"u8.ToArray());
        var pdf = await city.Printer.PrintAsync(Document(
            $"<p id=a>before</p><script>document.getElementById('a').textContent='RAN'</script><iframe src='file://{secret}'></iframe><iframe srcdoc='FRAME'></iframe><img src='http://127.0.0.1:1/x.png'><object data='file://{secret}'></object><meta http-equiv=refresh content='0;url=file://{secret}'>"), default);
        var text = await Tool.Run("pdftotext", folder.File("a.pdf", pdf), "-");
        Assert.Contains("before", text);
        Assert.DoesNotContain("RAN", text);
        Assert.DoesNotContain("SECRET", text);
    }

    [Fact]
    public async Task After_a_crash_the_next_print_starts_another_browser()
    {
        await using var printer = New(new PrinterOptions { Demo = true });
        var before = Browsers();
        await printer.PrintAsync(Document("<p>1</p>"), default);
        foreach (var id in Browsers().Except(before)) Process.GetProcessById(id).Kill();

        Assert.NotEmpty(await printer.PrintAsync(Document("<p>2</p>"), default));
    }

    [Fact]
    public async Task When_idle_the_browser_ends_and_the_next_print_starts_it_again()
    {
        await using var printer = New(new PrinterOptions { Demo = true, Idle = TimeSpan.FromMilliseconds(50) });
        var before = Browsers();
        await printer.PrintAsync(Document("<p>1</p>"), default);
        var own = Browsers().Except(before).ToList();

        for (var i = 0; i < 100 && Browsers().Intersect(own).Any(); i++) await Task.Delay(50);
        Assert.Empty(Browsers().Intersect(own));
        Assert.NotEmpty(await printer.PrintAsync(Document("<p>2</p>"), default));
    }

    [Fact]
    public async Task A_browser_that_is_not_there_is_a_fault_worth_another_try()
    {
        await using var printer = New(new PrinterOptions { Demo = true, Chromium = "/nowhere/chromium" });
        await Assert.ThrowsAsync<PrintFault>(() => printer.PrintAsync(Document(""), default));
    }

    [Fact]
    public async Task Outside_the_demo_root_does_not_print()
    {
        if (!Environment.IsPrivilegedProcess) return;
        await using var printer = New(new PrinterOptions { Demo = false });
        var fault = await Assert.ThrowsAsync<PrintFault>(() => printer.PrintAsync(Document(""), default));
        Assert.Contains("root", fault.Message);
    }

    [Fact]
    public async Task Many_at_once_wait_for_their_turn_and_all_print()
    {
        var pdfs = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => city.Printer.PrintAsync(Document($"<p>{i}</p>"), default)));
        Assert.All(pdfs, p => Assert.NotEmpty(p));
    }

    private static ChromiumPrinter New(PrinterOptions options) => new(options, TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);

    private static string Document(string body) => $"<!doctype html><html lang=ja><head><meta charset=utf-8><title>t</title><style>body{{font-family:IPAmjMincho}}.other-font{{font-family:'Noto Serif CJK JP'}}</style></head><body>{body}</body></html>";

    /// <summary>Browser processes this test process has under its driver.</summary>
    private static HashSet<int> Browsers()
    {
        var parents = System.IO.Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!))
            .Select(id => (id, parent: Parent(id))).Where(p => p.parent > 0).ToList();
        var drivers = parents.Where(p => p.parent == Environment.ProcessId).Select(p => p.id).ToHashSet();
        return [.. parents.Where(p => drivers.Contains(p.parent)).Select(p => p.id)];
    }

    private static int Parent(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
