using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Outboxes;

/// <summary>
/// Takes due rows under a lease of five minutes and hands them to their senders, a few at a time.
/// What fails comes back later and later, at last every hour of a week; then it is dead and waits for a person (<see cref="DeadLetters"/>).
/// </summary>
internal sealed class OutboxWorker(
    OutboxQueue queue, OutboxSignal signal, IEnumerable<IOutboxSender> senders, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int Taken = 24;
    private const int Together = 8;

    /// <summary>Twelve in the first hour or so, then one an hour for a week.</summary>
    internal const int Tries = 12 + (7 * 24);

    // Fifty a second: mail servers want no more, and those who apply at that moment come first.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(480);
    private readonly Dictionary<string, IOutboxSender> byKind = senders.ToDictionary(s => s.Kind);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var released = false;
        using var beat = new PeriodicTimer(Beat, clock);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!released) await queue.ReleaseOwnAsync(stop);
                released = true;
                while (await SendDueAsync(stop)) await beat.WaitForNextTickAsync(stop);

                await signal.WaitAsync(TimeSpan.FromSeconds(1), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever it is, the city hall stays open.
                log.LogError(fault, "The outbox cannot be read or settled");
                await signal.WaitAsync(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> SendDueAsync(CancellationToken stop)
    {
        var taken = await queue.TakeAsync(clock.Now(), Taken, stop);
        if (taken.Count == 0) return false;
        foreach (var kind in taken.GroupBy(m => m.Kind)) await ReadAheadAsync(kind.Key, [.. kind], stop);
        var outcomes = new OutboxOutcome[taken.Count];
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Together };
        await Parallel.ForAsync(0, taken.Count, lanes, async (i, _) => outcomes[i] = await SendAsync(taken[i], stop));
        await queue.SettleAsync(outcomes, CancellationToken.None);
        return true;
    }

    private async Task ReadAheadAsync(string kind, IReadOnlyList<OutboxMessage> messages, CancellationToken stop)
    {
        if (!byKind.TryGetValue(kind, out var sender)) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await sender.ReadAheadAsync(messages, scope.ServiceProvider, stop);
        }
        catch (Exception fault)
        {
            // Each is read by itself then, and fails or stops by itself.
            log.LogWarning("{Count} outbox messages of kind {Kind} could not be read together: {Fault}", messages.Count, kind, fault.GetType().Name);
        }
    }

    private async Task<OutboxOutcome> SendAsync(OutboxMessage message, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await byKind[message.Kind].SendAsync(message, scope.ServiceProvider, stop);
            return new OutboxOutcome(message.Id, null, null);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return new OutboxOutcome(message.Id, "stopped", clock.Now());
        }
        catch (Exception fault)
        {
            // Where it failed, not the message of the exception: that may hold personal data.
            log.LogWarning("Outbox message {Id} of kind {Kind} failed at try {Attempt}: {Fault}\n{Where}", message.Id, message.Kind, message.Attempt, fault.GetType().Name, fault.StackTrace);
            if (message.Attempt < Tries) return new OutboxOutcome(message.Id, fault.GetType().Name, clock.Now() + Pause(message.Attempt));
            log.LogError("Outbox message {Id} of kind {Kind} is given up after {Attempt} tries; somebody must resend it at /staff/undelivered", message.Id, message.Kind, message.Attempt);
            return new OutboxOutcome(message.Id, fault.GetType().Name, null);
        }
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempt)));
}

/// <summary>What became of a message: sent (no error), to be tried again at a time, or dead (error, no time).</summary>
internal sealed record OutboxOutcome(Guid Id, string? Error, DateTime? Again);
