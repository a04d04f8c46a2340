using System.Collections.Concurrent;

namespace Madoguchi.Kernel.Data;

/// <summary>Numbers drawn in blocks, so that most draws touch no database. Gaps are allowed: a stop loses the rest of a block.</summary>
public sealed class Sequences(CityStore store)
{
    private const int Block = 1000;
    private readonly ConcurrentDictionary<string, Counter> counters = new();

    /// <summary>The next number of a sequence, beginning with 1; unique over all nodes.</summary>
    public async ValueTask<long> NextAsync(string name, CancellationToken stop = default)
    {
        var counter = counters.GetOrAdd(name, _ => new Counter());
        await counter.Turn.WaitAsync(stop);
        try
        {
            if (counter.Next >= counter.End)
            {
                counter.End = await DrawAsync(name, stop);
                counter.Next = counter.End - Block;
            }

            return ++counter.Next;
        }
        finally
        {
            counter.Turn.Release();
        }
    }

    private async Task<long> DrawAsync(string name, CancellationToken stop)
    {
        using var turn = await store.EnterAsync(stop);
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"insert into kernel_sequences (name, value) values (@name, {Block}) on conflict (name) do update set value = kernel_sequences.value + {Block} returning value";
        return (long)(await command.With("@name", name).ExecuteScalarAsync(stop))!;
    }

    private sealed class Counter
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long Next { get; set; }

        public long End { get; set; }
    }
}
