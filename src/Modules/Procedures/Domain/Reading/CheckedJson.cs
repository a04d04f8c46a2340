namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Opens a file for reading. Nothing in it can throw out of here: what does not fit is a fault.</summary>
internal static class CheckedJson
{
    private const int LargestFile = 2_000_000;

    /// <summary>What was read, or null with its faults.</summary>
    /// <param name="json">The file's text; null when it is too large to be read.</param>
    public static (T? Read, FaultList Faults) Read<T>(string file, string? json, Func<Node, T?> read) where T : class
    {
        var faults = new FaultList(file);
        if (json is null || json.Length > LargestFile)
        {
            faults.Add("$", $"is larger than {LargestFile} bytes");
            return (null, faults);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            var root = new Node(document.RootElement, "$", faults);
            TextFaults.Find(root);
            var made = read(root);
            return (faults.Found.Count == 0 ? made : null, faults);
        }
        catch (JsonException e)
        {
            faults.Add(e.LineNumber is { } line ? $"line {line + 1}" : "$", e.Message);
        }
        catch (InvalidOperationException)
        {
            faults.Add("$", "carries a text that is not valid Unicode");
        }

        return (null, faults);
    }
}
