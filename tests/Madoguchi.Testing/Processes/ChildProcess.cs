using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Madoguchi.Testing.Processes;

/// <summary>A program of our own, started by a test: waits for conditions, never for time, and ends with the test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> lines = [];
    private TaskCompletionSource changed = NewSignal();

    private ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>What it wrote so far, both streams, a line each.</summary>
    public IReadOnlyList<string> Output
    {
        get { lock (lines) return [.. lines]; }
    }

    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;

        var child = new ChildProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        child.process.OutputDataReceived += (_, line) => child.Heard(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Heard(line.Data);
        child.process.Exited += (_, _) => child.Signal();
        child.process.Start();
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The first line for which the condition holds; fails with the whole output when the program ends before.</summary>
    public async Task<string> WaitForLineAsync(Func<string, bool> condition, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var exited = process.HasExited;
            Task next;
            lock (lines)
            {
                if (lines.FirstOrDefault(condition) is { } found) return found;
                next = changed.Task;
            }

            if (exited && !next.IsCompleted) await process.WaitForExitAsync(limit.Token);
            if (exited && Output.FirstOrDefault(condition) is { } last) return last;
            if (exited) throw new InvalidOperationException($"Ended with {process.ExitCode} before the line came:\n{string.Join('\n', Output)}");
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The line did not come:\n{string.Join('\n', Output)}");
            }
        }
    }

    /// <summary>Returns once somebody accepts connections on the port.</summary>
    public async Task WaitForPortAsync(int port, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await AcceptsAsync(port, limit.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"Ended with {process.ExitCode}:\n{string.Join('\n', Output)}");
            await pulse.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Asks it to stop (SIGTERM).</summary>
    public void Terminate()
    {
        if (!process.HasExited && SendSignal(process.Id, SigTerm) != 0) throw new InvalidOperationException("SIGTERM was not taken");
    }

    /// <summary>kill -9: it gets no chance to say or store anything more.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static async Task<bool> AcceptsAsync(int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);

    private void Heard(string? line)
    {
        if (line is null) return;
        lock (lines) lines.Add(line);
        Signal();
    }

    private void Signal()
    {
        TaskCompletionSource before;
        lock (lines) (before, changed) = (changed, NewSignal());
        before.TrySetResult();
    }
}
