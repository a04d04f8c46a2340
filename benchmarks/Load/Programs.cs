using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Madoguchi.Load;

/// <summary>The programs of a run: started, waited for, ended with it.</summary>
internal sealed class Programs : IAsyncDisposable
{
    private readonly List<Process> processes = [];

    public static string Setting(string name, string? otherwise = null) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise ?? throw new InvalidOperationException($"{name} is not set");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public static async Task RunAsync(string program, IEnumerable<string> arguments, Dictionary<string, string?> environment)
    {
        using var process = Start(program, arguments, environment);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    public async Task ServeAsync(string program, IEnumerable<string> arguments, Dictionary<string, string?> environment, int port)
    {
        var process = Start(program, arguments, environment);
        processes.Add(process);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AcceptsAsync(port))
        {
            if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
            await pulse.WaitForNextTickAsync(limit.Token);
        }
    }

    // What a program says goes to our stderr: stdout belongs to the result.
    private static Process Start(string program, IEnumerable<string> arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
