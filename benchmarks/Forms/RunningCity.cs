using System.Diagnostics;

namespace Madoguchi.Forms;

/// <summary>The program, started for a measurement.</summary>
/// <param name="Milliseconds">From its start to its first answer.</param>
internal sealed record RunningCity(Process Process, double Milliseconds) : IDisposable
{
    public static async Task<RunningCity> StartAsync(string program, int port, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment["MADOGUCHI_PORT"] = port.ToString();
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var watch = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var http = Client(port);
        while (!await AnswersAsync(http))
        {
            if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
            await pulse.WaitForNextTickAsync(limit.Token);
        }

        return new(process, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
    }

    public static HttpClient Client(int port) => new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Process.Id.ToString()]);
        await Process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
