using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Http;

/// <summary>
/// Around every API handler: who may enter, the transaction, the Idempotency-Key, the commit before the first byte.
/// </summary>
internal sealed class ApiFilter(IdempotencyGate gate, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var services = context.RequestServices;
        var actor = services.GetRequiredService<Actor>();
        var metadata = context.GetEndpoint()!.Metadata;
        EndpointAccess.Check(actor, type => metadata.Any(type.IsInstanceOfType));

        // What is one person's must stay in no cache on the way.
        if (actor.Kind != ActorKind.Anonymous) context.Response.Headers.CacheControl = "private, no-store";
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return Written(await next(invocation));
        services.GetRequiredService<ExpectedVersion>().Read(context.Request);
        var appendOnly = metadata.GetMetadata<AppendOnlyAttribute>() is not null || metadata.GetMetadata<StreamedAttribute>() is not null;
        var key = HttpMethods.IsPost(context.Request.Method) ? Idempotency.KeyOf(context, actor) : null;
        return key is null ? await ActAsync(context, () => next(invocation), appendOnly, null) : await OnceAsync(context, () => next(invocation), appendOnly, key);
    }

    private async Task<object?> OnceAsync(HttpContext context, Func<ValueTask<object?>> act, bool appendOnly, string key)
    {
        while (true)
        {
            using var turn = await gate.EnterAsync(key, context.RequestAborted);
            // A streamed body is known only once the handler has read it.
            var known = context.GetEndpoint()!.Metadata.GetMetadata<StreamedAttribute>() is null;
            if (known && (turn is null || !appendOnly) && await KeptAsync(context, key) is { } kept) return kept;
            if (turn is null) continue;
            try
            {
                var answer = await ActAsync(context, act, appendOnly, key);
                return answer is RefusedAnswer && appendOnly && await KeptAsync(context, key) is { } earlier ? earlier : answer;
            }
            catch (Exception fault) when (appendOnly || Faults.IsUniqueViolation(fault))
            {
                if (await KeptAsync(context, key) is { } earlier) return earlier;
                throw;
            }
        }
    }

    private async Task<object?> ActAsync(HttpContext context, Func<ValueTask<object?>> act, bool appendOnly, string? key)
    {
        var database = context.RequestServices.GetRequiredService<Database>();
        var stop = context.RequestAborted;
        try
        {
            if (!appendOnly) await database.BeginAsync(stop);
            var outcome = await act();
            if (outcome is not ApiAnswer answer) throw new InvalidOperationException("A writing handler answers with ApiAnswer");
            if (answer.Refusal is not null) return await RefuseAsync(context, database, answer.Refusal);
            var written = WrittenAnswer.Of(answer);
            if (key is not null) database.Append(written.ToRow(key, Idempotency.BodyHashOf(context), clock.Now()));
            await database.CommitAsync(CancellationToken.None);
            return written;
        }
        catch
        {
            await RollbackAsync(context, database);
            throw;
        }
    }

    private static async Task<RefusedAnswer> RefuseAsync(HttpContext context, Database database, Refusal refusal)
    {
        await RollbackAsync(context, database);
        return new RefusedAnswer(refusal);
    }

    internal static async Task RollbackAsync(HttpContext context, Database database)
    {
        var acts = await database.RollbackAsync();
        if (acts.Count == 0) return;
        var actor = context.RequestServices.GetRequiredService<Actor>().Facts;
        await context.RequestServices.GetRequiredService<IServiceScopeFactory>().RunAsync(async services =>
        {
            services.GetRequiredService<Actor>().Become(actor);
            foreach (var act in acts) await act(services);
        });
    }

    private static async Task<IResult?> KeptAsync(HttpContext context, string key)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<Idempotency>().FindAsync(key, context.RequestAborted);
        if (kept is null) return null;
        return kept.BodyHash == Idempotency.BodyHashOf(context) ? WrittenAnswer.Of(kept) : new RefusedAnswer(new Refusal("idempotency-key-reused"));
    }

    private static object? Written(object? outcome) => outcome is ApiAnswer answer
        ? answer.Refusal is null ? WrittenAnswer.Of(answer) : new RefusedAnswer(answer.Refusal)
        : outcome;
}
