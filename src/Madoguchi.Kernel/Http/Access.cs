using Madoguchi.Kernel.People;
using Microsoft.AspNetCore.Builder;

namespace Madoguchi.Kernel.Http;

/// <summary>Only residents may enter; on endpoints and page models.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResidentsOnlyAttribute : Attribute;

/// <summary>Only staff may enter.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : Attribute;

/// <summary>Anybody signed in may enter.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInOnlyAttribute : Attribute;

/// <summary>The act only adds rows: no transaction is opened beforehand, the write batcher makes them durable.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AppendOnlyAttribute : Attribute;

/// <summary>The body is a stream the handler reads itself, before it begins its transaction.</summary>
public sealed class StreamedAttribute : Attribute;

/// <summary>Who may enter an endpoint, and how it writes.</summary>
public static class EndpointAccess
{
    public static TBuilder Anyone<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AnyoneAttribute());

    public static TBuilder ResidentsOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ResidentsOnlyAttribute());

    public static TBuilder StaffOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new StaffOnlyAttribute());

    public static TBuilder SignedInOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SignedInOnlyAttribute());

    public static TBuilder AppendOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AppendOnlyAttribute());

    public static TBuilder Streamed<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new StreamedAttribute());

    /// <summary>Ends the request unless the actor may enter.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in: 401.</exception>
    /// <exception cref="Rules.ForbiddenException">The wrong kind of account: 403.</exception>
    public static void Check(Actor actor, Func<Type, bool> has)
    {
        if (has(typeof(ResidentsOnlyAttribute))) actor.RequireResident();
        else if (has(typeof(StaffOnlyAttribute))) actor.RequireStaff();
        else if (!has(typeof(AnyoneAttribute)) && actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
    }
}
