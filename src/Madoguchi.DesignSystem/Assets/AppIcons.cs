namespace Madoguchi.DesignSystem.Assets;

/// <summary>A picture of the city hall for tabs and home screens.</summary>
/// <param name="Sizes">Such as <c>192x192</c>; <c>any</c> for a drawing.</param>
/// <param name="Purpose"><c>any</c>, or <c>maskable</c> where the telephone cuts its own shape out of it.</param>
public sealed record AppIcon(string Path, string Type, string Sizes, string Purpose, ReadOnlyMemory<byte> Content);

/// <summary>An officer at the window, in every form that telephones ask for.</summary>
public static class AppIcons
{
    private const string Png = "image/png";

    public static AppIcon Drawing { get; } = Of("icon", "svg", "image/svg+xml", "any");

    public static AppIcon Small { get; } = Of("icon-192", "png", Png, "192x192");

    public static IReadOnlyList<AppIcon> All { get; } =
        [Drawing, Small, Of("icon-512", "png", Png, "512x512"), Of("icon-maskable-512", "png", Png, "512x512", "maskable")];

    private static AppIcon Of(string name, string extension, string type, string sizes, string purpose = "any")
    {
        var content = DesignAssets.Bytes($"icons/{name}.{extension}");
        return new AppIcon(DesignAssets.Named(name, content, extension), type, sizes, purpose, content);
    }
}
