using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Events;

/// <summary>Something that happened, in the past tense; a public record of the module's Contracts.</summary>
public interface IEvent;

/// <summary>Hears an event in the transaction of the act. Handlers only write rows.</summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    ValueTask HandleAsync(TEvent happened, CancellationToken stop);
}

/// <summary>Tells the handlers of all modules what happened.</summary>
public sealed class EventBus(IServiceProvider services)
{
    public async ValueTask RaiseAsync<TEvent>(TEvent happened, CancellationToken stop = default) where TEvent : IEvent
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>()) await handler.HandleAsync(happened, stop);
    }
}

public static class EventRegistration
{
    /// <summary>Registers a handler, one object per request.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent where THandler : class, IHandle<TEvent>
    {
        services.AddScoped<IHandle<TEvent>, THandler>();
        return services;
    }
}
