using System.Diagnostics.CodeAnalysis;

namespace Madoguchi.Kernel.Rules;

/// <summary>The outcome of an act: done, or refused with a named reason.</summary>
public class Result
{
    /// <summary>Done.</summary>
    public static readonly Result Ok = new(null);

    protected Result(Refusal? refusal) => Refusal = refusal;

    /// <summary>Why not; null when done.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public virtual bool Refused => Refusal is not null;

    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>The outcome of an act that gives something back.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) : base(refusal) => this.value = value;

    /// <summary>What the act gave.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Refused ? throw new InvalidOperationException($"Refused: {Refusal.Code}") : value!;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
