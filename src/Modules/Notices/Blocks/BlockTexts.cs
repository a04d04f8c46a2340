using System.Net;
using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Blocks;

/// <summary>Reads the texts, paths and conditions of blocks and notes what is wrong with them.</summary>
internal sealed class BlockTexts(string name)
{
    private readonly List<BlockFault> faults = [];

    public IReadOnlyList<BlockFault> Faults => faults;

    public void Fault(string place, string reason) => faults.Add(new BlockFault(place, reason));

    /// <summary>Name of a place for faults met while the letter is filled.</summary>
    public string Name(string place) => $"{name}.{place}";

    /// <summary>A text with fields, a line break where it has one.</summary>
    public Node[] Read(string text, string place)
    {
        if (text.Length == 0) Fault(place, "must be a text that is not empty");
        try
        {
            if (text.Contains("{{#", StringComparison.Ordinal) || text.Contains("{{/", StringComparison.Ordinal)) throw new TemplateFault(place, 1, "takes fields only: {{field}}, {{field | date}}, {{field?}}");
            return new TemplateParser(Name(place), WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal), null, 0).Read();
        }
        catch (TemplateFault fault)
        {
            Fault(place, WebUtility.HtmlDecode(fault.Reason));
            return [];
        }
    }

    public Node[] Read(JsonElement text, string place) => Read(Plain(text, place), place);

    public string Plain(JsonElement text, string place)
    {
        if (text.ValueKind == JsonValueKind.String) return text.GetString()!;
        Fault(place, "must be a text");
        return "?";
    }

    public Node[] Need(JsonElement of, string key, string place)
    {
        if (of.ValueKind == JsonValueKind.Object && of.TryGetProperty(key, out var text)) return Read(text, $"{place}.{key}");
        Fault($"{place}.{key}", "is missing");
        return [];
    }

    /// <summary>False when it is no object; a key that is not listed is a fault.</summary>
    public bool Keys(JsonElement of, string place, params ReadOnlySpan<string> keys)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            Fault(place, "must be an object");
            return false;
        }

        foreach (var property in of.EnumerateObject())
            if (!keys.Contains(property.Name)) Fault($"{place}.{property.Name}", "unknown key");
        return true;
    }

    public IEnumerable<(JsonElement Item, string Place)> Items(JsonElement list, string place)
    {
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0) return list.EnumerateArray().Select((item, i) => (item, $"{place}[{i}]"));
        Fault(place, "must be a list that is not empty");
        return [];
    }

    public string? OneOf(JsonElement text, string place, params ReadOnlySpan<string> codes)
    {
        if (text.ValueKind == JsonValueKind.String && codes.Contains(text.GetString()!)) return text.GetString();
        Fault(place, $"must be one of {string.Join(", ", codes!)}");
        return null;
    }

    public FieldPath? Path(JsonElement path, string place)
    {
        if (path.ValueKind == JsonValueKind.String && FieldPath.Of(path.GetString()!) is { } found) return found;
        Fault(place, "must be the name of a field, such as result.total");
        return null;
    }

    public Condition? Condition(JsonElement condition, string place)
    {
        if (condition.ValueKind == JsonValueKind.String) return Path(condition, place) is { } path ? new Present(path, evenFalse: false, Name(place)) : null;
        if (condition.ValueKind == JsonValueKind.Object && condition.EnumerateObject().ToList() is [var only])
        {
            var at = $"{place}.{only.Name}";
            switch (only.Name)
            {
                case "not": return Condition(only.Value, at) is { } inner ? new Not(inner, Name(at)) : null;
                case "exists": return Path(only.Value, at) is { } path ? new Present(path, evenFalse: true, Name(at)) : null;
                case "eq" when only.Value.ValueKind == JsonValueKind.Array && only.Value.EnumerateArray().ToList() is [var left, { ValueKind: not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null) } right]:
                    return Path(left, at + "[0]") is { } subject ? new IsEqual(subject, right.Clone(), Name(at)) : null;
            }
        }

        Fault(place, "must be a field, {\"exists\": field}, {\"eq\": [field, value]} or {\"not\": condition}");
        return null;
    }
}
