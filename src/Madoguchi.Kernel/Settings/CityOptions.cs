namespace Madoguchi.Kernel.Settings;

/// <summary>What the program is told from outside; read once from the environment.</summary>
public sealed record CityOptions
{
    /// <summary>Demo accounts, demo tokens and mail written to files. <c>MADOGUCHI_DEMO=0</c> turns it off.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Port on both loopback addresses; 0 lets the system choose (tests). <c>MADOGUCHI_PORT</c>.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Folder of the database (SQLite), files, keys (demo) and mail (demo). <c>MADOGUCHI_DATA</c>.</summary>
    public string DataFolder { get; init; } = "var";

    /// <summary>PostgreSQL connection string; null means SQLite in the data folder. <c>MADOGUCHI_DB</c>.</summary>
    public string? PostgresConnection { get; init; }

    /// <summary>File of the master key; the demo makes its own. <c>MADOGUCHI_KEY_FILE</c>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The demo city's readable files.</summary>
    public string DemoFolder { get; init; } = "demo";

    /// <summary>The procedures published at start; the library any city can import unless told otherwise. <c>MADOGUCHI_LIBRARY</c>.</summary>
    public string LibraryFolder { get; init; } = "library";

    /// <summary>Words every procedure shares: 教示, question bank, option lists.</summary>
    public string VocabularyFolder { get; init; } = "vocabulary";

    /// <summary>SMTP server as host:port; in demo mode mail is written to files when it is not set. <c>MADOGUCHI_SMTP</c>.</summary>
    public string? Smtp { get; init; }

    /// <summary>Address written into mails and notices. <c>MADOGUCHI_URL</c>.</summary>
    public string PublicUrl { get; init; } = "http://localhost:5080";

    public static CityOptions FromEnvironment(Func<string, string?> read, string contentRoot)
    {
        var port = int.TryParse(read("MADOGUCHI_PORT"), out var p) ? p : 5080;
        return new CityOptions
        {
            Demo = read("MADOGUCHI_DEMO") is not "0",
            Port = port,
            DataFolder = Path.GetFullPath(NotEmpty(read("MADOGUCHI_DATA")) ?? "var"),
            PostgresConnection = NotEmpty(read("MADOGUCHI_DB")),
            KeyFile = NotEmpty(read("MADOGUCHI_KEY_FILE")),
            Smtp = NotEmpty(read("MADOGUCHI_SMTP")),
            PublicUrl = NotEmpty(read("MADOGUCHI_URL"))?.TrimEnd('/') ?? $"http://localhost:{port}",
            DemoFolder = Path.Combine(contentRoot, "demo"),
            VocabularyFolder = Path.Combine(contentRoot, "vocabulary"),
            LibraryFolder = NotEmpty(read("MADOGUCHI_LIBRARY")) is { } library ? Path.GetFullPath(library) : Path.Combine(contentRoot, "library"),
        };
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
