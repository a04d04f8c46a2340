using System.Text.Json;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;

namespace Madoguchi.Kernel.Outboxes;

/// <summary>What leaves the process (mail, notices): a row of the acting transaction, sent after commit, at least once.</summary>
public sealed class Outbox
{
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly OutboxSignal signal;

    internal Outbox(Database database, TimeProvider clock, OutboxSignal signal) =>
        (this.database, this.clock, this.signal) = (database, clock, signal);

    /// <param name="kind">Names the sender.</param>
    /// <param name="payload">Written as JSON.</param>
    /// <param name="notBefore">UTC; now when null.</param>
    public void Add(string kind, object payload, DateTime? notBefore = null)
    {
        var now = clock.Now();
        database.Append(new OutboxRow
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, JsonText.Options),
            CreatedAt = now,
            NotBefore = notBefore ?? now,
        });
        database.AfterCommit(signal.Raise);
    }
}

/// <summary>A message on its way out. <paramref name="Id"/> is the receiver's key against doing it twice.</summary>
/// <param name="Payload">JSON as given to <see cref="Outbox.Add"/>.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record OutboxMessage(Guid Id, string Kind, string Payload, int Attempt)
{
    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload, JsonText.Options)!;
}

/// <summary>Sends messages of one kind. Must bear being called twice with the same message.</summary>
public interface IOutboxSender
{
    string Kind { get; }

    /// <summary>Before a handful of messages is sent one by one: what they all need may be asked for at once.</summary>
    Task ReadAheadAsync(IReadOnlyList<OutboxMessage> messages, IServiceProvider services, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Outside any transaction; <paramref name="services"/> is a scope of its own. An exception means: try again later.</summary>
    Task SendAsync(OutboxMessage message, IServiceProvider services, CancellationToken stop);
}

internal sealed class OutboxRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public string Payload { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    /// <summary>Due at; also the lease: whoever takes the row moves it on.</summary>
    public DateTime NotBefore { get; init; }

    public int Attempts { get; init; }

    public string? LastError { get; init; }

    public bool Dead { get; init; }
}

/// <summary>Wakes the worker when a row was committed in this process.</summary>
internal sealed class OutboxSignal
{
    private readonly SemaphoreSlim wake = new(0, 1);

    public void Raise()
    {
        try
        {
            if (wake.CurrentCount == 0) wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in between.
        }
    }

    public Task WaitAsync(TimeSpan limit, CancellationToken stop) => wake.WaitAsync(limit, stop);
}
