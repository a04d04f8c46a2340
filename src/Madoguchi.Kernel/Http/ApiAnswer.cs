using Madoguchi.Kernel.Rules;

namespace Madoguchi.Kernel.Http;

/// <summary>What an API handler gives back; written only after the commit.</summary>
public sealed class ApiAnswer
{
    private ApiAnswer(int status, object? body, Refusal? refusal) => (Status, Body, Refusal) = (status, body, refusal);

    public int Status { get; }

    public object? Body { get; }

    public Refusal? Refusal { get; }

    /// <summary>Row version, sent as ETag.</summary>
    public long? Version { get; private init; }

    public string? Location { get; private init; }

    public static ApiAnswer Ok(object body, long? version = null) => new(200, body, null) { Version = version };

    public static ApiAnswer Created(string location, object body, long? version = null) => new(201, body, null) { Location = location, Version = version };

    public static ApiAnswer Refused(Refusal refusal) => new(0, null, refusal);

    /// <summary>The refusal of a result, or 200 with what <paramref name="body"/> gives.</summary>
    public static ApiAnswer Of(Result result, Func<object> body, long? version = null) => result.Refused ? Refused(result.Refusal) : Ok(body(), version);
}
