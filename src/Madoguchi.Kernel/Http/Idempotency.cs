using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Http;

/// <summary>A kept 2xx answer under its caller's key.</summary>
internal sealed class IdempotencyRow
{
    public string Key { get; init; } = "";

    public string BodyHash { get; init; } = "";

    public int Status { get; init; }

    /// <summary>Location and ETag, one a line.</summary>
    public string Headers { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTime CreatedAt { get; init; }
}

/// <summary>Same Idempotency-Key, one act: a duplicate waits for the first and gets its answer.</summary>
internal sealed class IdempotencyGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> running = new();

    /// <summary>Enters under the key, or waits until the first leaves.</summary>
    /// <returns>Whoever holds the key leaves by disposing; null when another was first and has finished.</returns>
    /// <exception cref="RefusedException">The first did not finish in five seconds: 409.</exception>
    public async Task<IDisposable?> EnterAsync(string key, CancellationToken stop)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = running.GetOrAdd(key, mine);
        if (first == mine) return new Holder(this, key, mine);
        try
        {
            await first.Task.WaitAsync(Patience, stop);
            return null;
        }
        catch (TimeoutException)
        {
            throw new RefusedException(new Refusal("idempotency-in-progress"));
        }
    }

    private sealed class Holder(IdempotencyGate gate, string key, TaskCompletionSource mine) : IDisposable
    {
        public void Dispose()
        {
            gate.running.TryRemove(key, out _);
            mine.TrySetResult();
        }
    }
}

/// <summary>What a streamed body was, told by the handler that read it, so that its Idempotency-Key cannot be used for another.</summary>
public static class StreamedBody
{
    /// <param name="context">The request.</param>
    /// <param name="content">What tells it from other bodies, such as hash and name of the file.</param>
    public static void Was(HttpContext context, string content) => context.Items[typeof(StreamedBody)] = content;
}

/// <summary>Finds kept answers.</summary>
internal sealed class Idempotency(KernelDb db)
{
    /// <summary>Scope of a key: caller, method and path. Null without one, and for nobody: what they may post changes nothing, and they would share their keys.</summary>
    public static string? KeyOf(HttpContext context, Actor actor)
    {
        var header = context.Request.Headers["Idempotency-Key"];
        if (header.Count == 0) return null;
        var key = header.ToString();
        if (key.Length is 0 or > 255) throw new RefusedException(new Refusal("idempotency-key-malformed", RefusalKind.Malformed));
        return actor.Kind == ActorKind.Anonymous ? null : Hash($"{actor.Kind}\n{actor.Id}\n{context.Request.Method}\n{context.Request.Path}\n{key}");
    }

    public static string BodyHashOf(HttpContext context) =>
        context.Items[typeof(ApiBody)] is ApiBody body ? Convert.ToHexStringLower(SHA256.HashData(body.Bytes))
        : context.Items[typeof(StreamedBody)] is string streamed ? Hash(streamed)
        : "";

    public Task<IdempotencyRow?> FindAsync(string key, CancellationToken stop) =>
        db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, stop);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
