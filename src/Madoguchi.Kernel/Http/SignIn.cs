using System.Security.Claims;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Http;

/// <summary>Cookie schemes of the two kinds of accounts.</summary>
public static class SignInSchemes
{
    public const string Resident = "resident";
    public const string Staff = "staff";

    /// <summary>Names of their cookies.</summary>
    public const string ResidentCookie = "madoguchi";

    /// <inheritdoc cref="ResidentCookie"/>
    public const string StaffCookie = "madoguchi-staff";

    /// <summary>Claim that holds the account id.</summary>
    public const string AccountClaim = "account";

    public static ClaimsPrincipal Principal(string scheme, string accountId) =>
        new(new ClaimsIdentity([new Claim(AccountClaim, accountId)], scheme));
}

/// <summary>Makes the Actor of the request: a bearer token for the API (never a cookie), the staff cookie under /staff, the resident cookie elsewhere.</summary>
internal sealed class ActorMiddleware(RequestDelegate next, CityOptions options, IEnumerable<IActorSource> sources, PublicPages pages)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var actor = context.RequestServices.GetRequiredService<Actor>();
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.RequestServices.GetRequiredService<Localizer>().Language = Languages.FromHeader(context.Request.Headers.AcceptLanguage);
            await FromTokenAsync(context, actor);
        }
        else
        {
            await FromCookieAsync(context, actor);
        }

        pages.Watch(context, actor);
        await next(context);
    }

    private async Task FromTokenAsync(HttpContext context, Actor actor)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length == 0) return;
        const string Demo = "Bearer demo-";
        var facts = DemoDoor.IsOpen(options, context.Request) && header.StartsWith(Demo, StringComparison.OrdinalIgnoreCase)
            ? await FindAsync(header[Demo.Length..], null, context.RequestAborted)
            : null;
        actor.Become(facts ?? throw new UnauthorizedAccessException());
    }

    private async Task FromCookieAsync(HttpContext context, Actor actor)
    {
        // Every cookie of the demo comes from its door.
        if (options.Demo && !DemoDoor.IsOpen(options, context.Request)) return;
        var staff = context.Request.Path.StartsWithSegments("/staff");
        var ticket = await context.AuthenticateAsync(staff ? SignInSchemes.Staff : SignInSchemes.Resident);
        if (ticket.Principal?.FindFirstValue(SignInSchemes.AccountClaim) is not { } id) return;
        if (await FindAsync(id, staff ? ActorKind.Staff : ActorKind.Resident, context.RequestAborted) is { } facts) actor.Become(facts);
    }

    private async Task<ActorFacts?> FindAsync(string id, ActorKind? kind, CancellationToken stop)
    {
        foreach (var source in sources)
            if ((kind is null || source.Kind == kind) && await source.FindAsync(id, stop) is { } facts) return facts;
        return null;
    }
}
