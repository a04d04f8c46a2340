namespace Madoguchi.Testing.Processes;

/// <summary>The source tree the tests were built from.</summary>
public static class Repository
{
    /// <summary>Folder of Madoguchi.slnx.</summary>
    public static string Root { get; } = Find();

    public static string File(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Madoguchi.slnx"))) return folder.FullName;

        throw new InvalidOperationException("Madoguchi.slnx is in no folder above the tests");
    }
}
