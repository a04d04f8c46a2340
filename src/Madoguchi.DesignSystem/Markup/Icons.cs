namespace Madoguchi.DesignSystem.Markup;

/// <summary>Small line drawings on a 24 grid; they take the colour of the text.</summary>
internal static class Icons
{
    public const string Success = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.6-4.2-4.2L7.8 11l2.8 2.8 5.6-5.6 1.4 1.4-7 7Z";
    public const string Error = "M8 2h8l6 6v8l-6 6H8l-6-6V8l6-6Zm3 4.5v7h2v-7h-2Zm0 9v2h2v-2h-2Z";
    public const string Warning = "M12 2.5 23 21.5H1L12 2.5Zm-1 7v6h2v-6h-2Zm0 7.5v2h2v-2h-2Z";
    public const string Info = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z";
    public const string Search = "M10 3a7 7 0 1 0 4.2 12.6l5.1 5.1 1.4-1.4-5.1-5.1A7 7 0 0 0 10 3Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z";
    public const string Globe = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2c1 0 2.2 2 2.7 5H9.3C9.8 6 11 4 12 4Zm-3.2.7A14 14 0 0 0 7.3 9H4.6a8 8 0 0 1 4.2-4.3Zm6.4 0A8 8 0 0 1 19.4 9h-2.7a14 14 0 0 0-1.5-4.3ZM4.1 11h3a24 24 0 0 0 0 2h-3a8 8 0 0 1 0-2Zm5 0h5.8a22 22 0 0 1 0 2H9.1a22 22 0 0 1 0-2Zm7.8 0h3a8 8 0 0 1 0 2h-3a24 24 0 0 0 0-2ZM4.6 15h2.7c.3 1.7.8 3.2 1.5 4.3A8 8 0 0 1 4.6 15Zm4.7 0h5.4c-.5 3-1.7 5-2.7 5s-2.2-2-2.7-5Zm7.4 0h2.7a8 8 0 0 1-4.2 4.3c.7-1.1 1.2-2.6 1.5-4.3Z";
    public const string Check = "m9.5 18.5-6-6L5 11l4.5 4.5L19 6l1.5 1.5-11 11Z";
    public const string File = "M6 2h8l5 5v15H5V2h1Zm1 2v16h10V9h-5V4H7Z";
    public const string Right = "m9 5 7 7-7 7-1.4-1.4L13.2 12 7.6 6.4 9 5Z";
    public const string Left = "m15 5-7 7 7 7 1.4-1.4L10.8 12l5.6-5.6L15 5Z";
    public const string Down = "m5 9 7 7 7-7-1.4-1.4L12 13.2 6.4 7.6 5 9Z";
    public const string Menu = "M3 6h18v2H3V6Zm0 5h18v2H3v-2Zm0 5h18v2H3v-2Z";
    public const string Close = "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4 6.4 5Z";
    public const string Away = "M5 4h6v2H6v12h12v-5h2v7H4V4h1Zm9 0h6v6h-2V7.4l-7.3 7.3-1.4-1.4L16.6 6H14V4Z";

    /// <summary>A drawing with a name for those who listen; without one it is decoration.</summary>
    public static TagBuilder Of(string path, string? name = null)
    {
        var icon = El.Of("svg", "dads-icon", El.Of("path").With("d", path))
            .With("viewBox", "0 0 24 24").With("fill", "currentColor").With("focusable", "false");
        return name is null ? icon.With("aria-hidden", "true") : icon.With("role", "img").With("aria-label", name);
    }
}
