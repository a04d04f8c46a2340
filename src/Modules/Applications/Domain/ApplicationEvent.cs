namespace Madoguchi.Applications.Domain;

/// <summary>One line of a matter's history: what happened, when, by whom. Never changed.</summary>
internal sealed class ApplicationEvent
{
    public Guid Id { get; init; }

    public Guid ApplicationId { get; init; }

    public DateTime At { get; init; }

    public ActorKind ActorKind { get; init; }

    public string ActorId { get; init; } = "";

    /// <summary>Account it was done for, when not the actor's own.</summary>
    public string? OnBehalfOf { get; init; }

    public string Kind { get; init; } = "";

    public string? Note { get; init; }

    /// <summary>The fact itself as JSON: changed answers, opened questions, days.</summary>
    public string Data { get; init; } = "{}";

    public bool Public { get; init; }
}
