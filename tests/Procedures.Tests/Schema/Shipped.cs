using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Procedures.Domain.Reading;

namespace Procedures.Tests.Schema;

/// <summary>The schema as it ships.</summary>
internal static class Shipped
{
    private static readonly Lazy<JsonElement> Read = new(() =>
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(LibraryFiles.Folder(), "../docs/procedure-format.schema.json")));
        return schema.RootElement.Clone();
    });

    public static JsonElement Schema => Read.Value;

    public static List<Refusal> Judge(string definition)
    {
        using var json = JsonDocument.Parse(definition);
        return new SchemaCheck(Schema).Judge(json.RootElement);
    }

    /// <summary>Places in the schema where this keyword stands with a value that fits.</summary>
    public static IEnumerable<string> Places(string keyword, Func<JsonElement, bool> fits) => Places(Schema, "#", keyword, fits);

    private static IEnumerable<string> Places(JsonElement at, string place, string keyword, Func<JsonElement, bool> fits) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(p => Places(p.Value, $"{place}/{p.Name}", keyword, fits).Concat(p.Name == keyword && fits(p.Value) ? [$"{place}/{p.Name}"] : [])),
        JsonValueKind.Array => at.EnumerateArray().SelectMany((v, i) => Places(v, $"{place}/{i}", keyword, fits)),
        _ => [],
    };
}

/// <summary>What is written in code: rows of theories, and all words of the reader.</summary>
internal static partial class Written
{
    public static IEnumerable<string[]> Rows(Type tests, string method) => tests.GetMethod(method)!.GetCustomAttributesData()
        .Where(a => a.AttributeType == typeof(InlineDataAttribute))
        .Select(a => ((IEnumerable<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).Select(v => (string)v.Value!).ToArray());

    /// <summary>Every text in the module's code that could be a key: no key the reader knows can be missing here.</summary>
    public static HashSet<string> WordsOfTheReader()
    {
        using var file = new PEReader(File.OpenRead(typeof(DefinitionReader).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var words = new HashSet<string>();
        for (var at = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)); !at.IsNil; at = metadata.GetNextHandle(at))
            if (Word().IsMatch(metadata.GetUserString(at))) words.Add(metadata.GetUserString(at));
        return words;
    }

    [GeneratedRegex("^[a-z][A-Za-z-]*$")]
    private static partial Regex Word();
}
