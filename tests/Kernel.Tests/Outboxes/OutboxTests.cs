using System.Collections.Concurrent;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Outboxes;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kernel.Tests.Outboxes;

public sealed class OutboxTests
{
    private static readonly DateTime Start = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Theory, ClassData(typeof(Databases))]
    public async Task A_message_taken_is_nobody_elses_until_its_lease_ends(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await AddAsync(city, 20);
        var queues = Enumerable.Range(0, 5).Select(_ => new OutboxQueue(city.Store)).ToList();
        var taken = (await Task.WhenAll(queues.Select(q => q.TakeAsync(Start, 4, default)))).SelectMany(t => t).ToList();
        taken.AddRange(await queues[0].TakeAsync(Start, 100, default));

        Assert.Equal(20, taken.Select(m => m.Id).Distinct().Count());
        Assert.Equal(20, taken.Count);
        Assert.Empty(await queues[0].TakeAsync(Start + Lease - TimeSpan.FromMilliseconds(1), 100, default));
        var again = await queues[0].TakeAsync(Start + Lease, 100, default);
        Assert.Equal(20, again.Count);
        Assert.All(again, m => Assert.Equal(2, m.Attempt));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_message_for_later_waits(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await AddAsync(city, 1, Start.AddDays(1));
        var queue = new OutboxQueue(city.Store);
        Assert.Empty(await queue.TakeAsync(Start, 8, default));
        Assert.Single(await queue.TakeAsync(Start.AddDays(1), 8, default));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_fails_comes_back_later_and_later_and_then_waits_for_a_person(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await AddAsync(city, 1);
        var clock = new SetClock(Start);
        var sender = new Sender(_ => throw new InvalidOperationException("花子のアドレス"));
        var pauses = new List<TimeSpan>();
        await using var worker = await RunningWorker.StartAsync(city, sender, clock);
        for (var attempt = 1; attempt <= 14; attempt++)
        {
            var due = await city.AskAsync<string>("select cast(not_before as text) from kernel_outbox");
            var (tries, counted) = (attempt, attempt == 14 ? OutboxWorker.Tries : attempt);
            await Eventually.See(async () => await city.AskAsync<long>("select count(*) from kernel_outbox where attempts = @n and last_error is not null and (dead = @dead or not_before <> @lease)",
                ("@n", counted), ("@dead", true), ("@lease", clock.Now + Lease)) == 1 && sender.Calls.Count == tries ? due : null, $"try {attempt}");
            if (attempt == 14) break;
            // The hours of the week between are all alike.
            if (attempt == 13) await city.SqlAsync("update kernel_outbox set attempts = @n", ("@n", OutboxWorker.Tries - 1));
            var next = Parse(await city.AskAsync<object>("select not_before from kernel_outbox"));
            pauses.Add(next - clock.Now);
            clock.Now = next;
        }

        Assert.Equal(Enumerable.Range(1, 13).Select(i => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, i)))), pauses);
        Assert.Equal(1, await city.AskAsync<long>("select count(*) from kernel_outbox where dead = @yes", ("@yes", true)));
        Assert.Equal("InvalidOperationException", await city.AskAsync<string>("select last_error from kernel_outbox"));
        clock.Now = Start.AddYears(1);
        Assert.Empty(await new OutboxQueue(city.Store).TakeAsync(clock.Now, 8, default));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_failing_message_holds_up_no_other_and_sent_ones_are_gone(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await AddAsync(city, 30);
        await AddAsync(city, 1, kind: "nobody sends this");
        var sender = new Sender(m => m.Payload == "5" ? throw new InvalidOperationException() : Task.CompletedTask);
        await using var worker = await RunningWorker.StartAsync(city, sender, new SetClock(Start));
        await Eventually.See(async () => await city.AskAsync<long>("select count(*) from kernel_outbox where last_error is not null") == 2 && await city.AskAsync<long>("select count(*) from kernel_outbox") == 2 ? "" : null, "29 sent");
        Assert.Equal(30, sender.Calls.Count);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_a_killed_process_had_taken_is_due_at_once_for_the_only_one_left(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await AddAsync(city, 3);
        await using (var living = new OutboxQueue(city.Store))
        {
            await living.ReleaseOwnAsync(default);
            Assert.Equal(3, (await living.TakeAsync(Start, 8, default)).Count);
            if (city.Store.IsPostgres)
            {
                await using var second = new OutboxQueue(city.Store);
                await second.ReleaseOwnAsync(default);
                Assert.Empty(await second.TakeAsync(Start, 8, default));
            }
        }

        await using var next = new OutboxQueue(city.Store);
        await next.ReleaseOwnAsync(default);
        Assert.Equal(3, (await next.TakeAsync(Start, 8, default)).Count);
    }

    private static Task AddAsync(KernelCity city, int count, DateTime? notBefore = null, string kind = "letter") => city.Scopes.RunAsync(services =>
    {
        var db = services.GetRequiredService<KernelDb>();
        for (var i = 0; i < count; i++) db.Add(new OutboxRow { Id = Guid.CreateVersion7(), Kind = kind, Payload = $"{i}", CreatedAt = Start, NotBefore = notBefore ?? Start });
        return Task.CompletedTask;
    });

    private static DateTime Parse(object value) => value is DateTime time ? time : DateTime.Parse((string)value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);

    private sealed class SetClock(DateTime now) : TimeProvider
    {
        private long ticks = now.Ticks;

        public DateTime Now
        {
            get => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);
            set => Interlocked.Exchange(ref ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Sender(Func<OutboxMessage, Task> send) : IOutboxSender
    {
        public ConcurrentBag<Guid> Calls { get; } = [];

        public string Kind => "letter";

        public Task SendAsync(OutboxMessage message, IServiceProvider services, CancellationToken stop)
        {
            Calls.Add(message.Id);
            return send(message);
        }
    }

    private sealed class RunningWorker(OutboxWorker worker, OutboxQueue queue) : IAsyncDisposable
    {
        public static async Task<RunningWorker> StartAsync(KernelCity city, IOutboxSender sender, TimeProvider clock)
        {
            var queue = new OutboxQueue(city.Store);
            var worker = new OutboxWorker(queue, new OutboxSignal(), [sender], city.Scopes, clock, NullLogger<OutboxWorker>.Instance);
            await worker.StartAsync(default);
            return new RunningWorker(worker, queue);
        }

        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(default);
            worker.Dispose();
            await queue.DisposeAsync();
        }
    }
}
