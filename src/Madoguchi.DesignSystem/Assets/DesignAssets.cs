using Madoguchi.Kernel.Http;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Madoguchi.DesignSystem;

/// <summary>The style sheet of the whole house, in one file named by its content.</summary>
public static class DesignAssets
{
    private static readonly string[] Order =
    [
        "tokens", "base", "layout", "staff", "matter", "forms", "choices", "buttons", "messages", "navigation", "steps", "lists", "tables", "answers", "plans", "gallery", "print",
    ];

    private static readonly byte[] Css = Encoding.UTF8.GetBytes(string.Concat(Order.Select(Read)));

    /// <summary>Address of the style sheet, the same for all languages: <c>/assets/madoguchi.HASH.css</c>.</summary>
    public static string StylesPath { get; } = $"/assets/madoguchi.{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}.css";

    /// <summary>Japanese is written as it is, dates of three fields are bound.</summary>
    public static IServiceCollection AddDesignSystem(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(o => o.ModelBinderProviders.Insert(0, new DateBinder()));
        return services;
    }

    /// <summary>Serves the style sheet; its address changes with its content, so it may be kept for ever.</summary>
    public static IEndpointConventionBuilder MapDesignAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(StylesPath, ["GET", "HEAD"], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(Css, "text/css; charset=utf-8");
        }).Anyone().ExcludeFromDescription();

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"css/{name}.css")
            ?? throw new InvalidOperationException($"Style sheet {name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
