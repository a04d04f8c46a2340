namespace EndToEnd.Tests.Browsing;

/// <summary>How somebody sits at the browser.</summary>
public sealed record Habits
{
    public static Habits Usual { get; } = new();

    public static Habits WithoutScripts { get; } = new() { Scripts = false };

    public static Habits KeyboardOnly { get; } = new() { Keyboard = true };

    public static Habits Telephone { get; } = new() { Width = 320, Height = 640 };

    public bool Scripts { get; private init; } = true;

    /// <summary>Tab, arrows, space and Enter; the mouse is never touched.</summary>
    public bool Keyboard { get; private init; }

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    /// <summary>Whether axe looks at every page. It needs scripts.</summary>
    public bool Axe { get; init; } = true;

    /// <summary>Whether also what axe calls moderate or minor is a fault.</summary>
    public bool Strict { get; init; }

    /// <summary>The pages are the same on every database: axe looks at them once.</summary>
    public Habits On(string database) => this with { Axe = Axe && Scripts && database == "sqlite" };
}
