using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Madoguchi.Notices.Printing;

/// <summary>Headless Chromium through Playwright: started at the first print, ended when idle, started again after a crash.</summary>
internal sealed partial class ChromiumPrinter(PrinterOptions options, TimeProvider clock, ILogger<ChromiumPrinter> log) : IPrinter, IAsyncDisposable
{
    private const string Address = "http://notice.invalid/";
    private const string Policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

    private readonly SemaphoreSlim places = new(options.AtOnce);
    private readonly SemaphoreSlim door = new(1);
    private IPlaywright? driver;
    private IBrowser? browser;
    private ITimer? idle;
    private int printing;
    private bool disposed;

    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            var document = NameFonts.Mark(html);
            for (var attempt = 1; ; attempt++)
            {
                var current = await EnterAsync(ct);
                try
                {
                    return await PrintOnAsync(current, document).WaitAsync(options.Limit, clock, ct);
                }
                catch (Exception e) when (e is PlaywrightException or TimeoutException)
                {
                    var crashed = !current.IsConnected;
                    await EndAsync(current);
                    if (crashed && attempt == 1)
                    {
                        BrowserLost(log);
                        continue;
                    }

                    throw new PrintFault(e is TimeoutException ? "Printing took too long" : "Printing failed", e);
                }
                finally
                {
                    await LeaveAsync();
                }
            }
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<byte[]> PrintOnAsync(IBrowser browser, string html)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            Locale = "ja-JP",
            UserAgent = "Madoguchi",
        });
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => route.Request.Url == Address
            ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html, Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy } })
            : route.AbortAsync());
        await page.GotoAsync(Address, new() { WaitUntil = WaitUntilState.Load });
        return await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
    }

    private async Task<IBrowser> EnterAsync(CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            idle?.Dispose();
            idle = null;
            if (browser is not { IsConnected: true }) await StartAsync();
            printing++;
            return browser!;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            await CloseAsync();
            throw new PrintFault("The browser does not start", e);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task StartAsync()
    {
        await CloseAsync();
        var root = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;
        if (root && !options.Demo) throw new PrintFault("Chromium is not run as root outside the demo: start the server as an unprivileged user");

        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = options.Chromium,
            ChromiumSandbox = !root,
            Timeout = (float)options.Limit.TotalMilliseconds,
            Args = ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"],
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        });
    }

    private async Task LeaveAsync()
    {
        await door.WaitAsync();
        try
        {
            if (--printing == 0 && !disposed)
                idle = clock.CreateTimer(_ => _ = EndWhenIdleAsync(), null, options.Idle, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task EndWhenIdleAsync()
    {
        await door.WaitAsync();
        try
        {
            if (printing == 0) await CloseAsync();
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>Ends this browser after a failure, unless another print has already replaced it.</summary>
    private async Task EndAsync(IBrowser failed)
    {
        await door.WaitAsync();
        try
        {
            if (ReferenceEquals(failed, browser)) await CloseAsync();
        }
        finally
        {
            door.Release();
        }
    }

    private async Task CloseAsync()
    {
        var (oldBrowser, oldDriver) = (browser, driver);
        browser = null;
        driver = null;
        try
        {
            if (oldBrowser is not null) await oldBrowser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(5), clock);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            BrowserDidNotClose(log, e);
        }

        oldDriver?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await door.WaitAsync();
        try
        {
            disposed = true;
            if (idle is not null) await idle.DisposeAsync();
            await CloseAsync();
        }
        finally
        {
            door.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The printing browser was lost; starting another")]
    private static partial void BrowserLost(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The printing browser did not close in time")]
    private static partial void BrowserDidNotClose(ILogger log, Exception cause);
}
