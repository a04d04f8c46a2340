using Madoguchi.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kernel.Tests.Data;

/// <summary>A copy that is looked up twice a minute, and outlives a database that is away.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task It_looks_at_every_tick_and_goes_on_after_a_fault()
    {
        await using var city = await KernelCity.OpenAsync("sqlite");
        var clock = new TickingClock();
        using var copy = new Copy(city.Scopes, clock);
        await copy.StartAsync(TestContext.Current.CancellationToken);
        await clock.Made.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(Watch.Pace, clock.Period);
        Assert.Equal(0, copy.Looks);
        for (var look = 1; look <= 3; look++)
        {
            clock.Tick();
            await copy.Looked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal(look, copy.Looks);
        }

        await copy.StopAsync(TestContext.Current.CancellationToken);
    }

    // The second look finds the database away.
    private sealed class Copy(IServiceScopeFactory scopes, TimeProvider clock) : Watch(scopes, clock, NullLogger.Instance)
    {
        public SemaphoreSlim Looked { get; } = new(0);

        public int Looks { get; private set; }

        protected override Task LookAsync(Database database, CancellationToken stop)
        {
            Looks++;
            Looked.Release();
            return Looks == 2 ? throw new InvalidOperationException("away") : Task.CompletedTask;
        }
    }

    private sealed class TickingClock : TimeProvider
    {
        private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TimerCallback? callback;
        private object? state;

        public TimeSpan Period { get; private set; }

        public Task Made => made.Task;

        public void Tick() => callback!(state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.callback, this.state, Period) = (callback, state, period);
            made.TrySetResult();
            return new Still();
        }
    }

    private sealed class Still : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
