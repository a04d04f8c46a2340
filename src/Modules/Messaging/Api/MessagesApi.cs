using Madoguchi.Messaging.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Messaging.Api;

/// <summary>Letters over the API.</summary>
internal static class MessagesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/messages", ListAsync).SignedInOnly().Produces<MessagePage>().WithSummary("連絡の一覧").WithTags("messages");
        api.MapPost("/messages/{id:guid}/mark-read", MarkReadAsync).ResidentsOnly().Produces<MessageItem>().WithSummary("連絡を読んだ").WithTags("messages");
    }

    private static async Task<ApiAnswer> ListAsync(ListMessages list, string? application, int? limit, string? after, CancellationToken stop) =>
        ApiAnswer.Ok(await list.RunAsync(application, limit, after, stop));

    private static async Task<ApiAnswer> MarkReadAsync(Guid id, MarkMessageRead read, CancellationToken stop) => ApiAnswer.Ok(await read.RunAsync(id, stop));
}
