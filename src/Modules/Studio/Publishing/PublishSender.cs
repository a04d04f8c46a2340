using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Studio.Publishing;

/// <summary>Publishes on the day that was decided.</summary>
internal sealed class PublishSender : IOutboxSender
{
    public const string Message = "studio.publish";

    internal sealed record Due(Guid Draft, long Version, string By);

    public string Kind => Message;

    public Task SendAsync(OutboxMessage message, IServiceProvider services, CancellationToken stop)
    {
        var due = message.Read<Due>();
        return services.GetRequiredService<IServiceScopeFactory>().RunAsync(own => own.GetRequiredService<PublishDraft>().DueAsync(due.Draft, due.Version, due.By, stop), stop);
    }
}
