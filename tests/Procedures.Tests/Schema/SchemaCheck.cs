using System.Text.Json;
using System.Text.RegularExpressions;

namespace Procedures.Tests.Schema;

/// <summary>What a schema refuses: where in the instance, by which keyword, and what of it (a key, or the words it would take).</summary>
internal sealed record Refusal(string Path, string Keyword, string About);

/// <summary>Judges JSON by the keywords of JSON Schema 2020-12 that the procedure format uses; any other keyword is an error of the schema.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly Dictionary<string, Regex> Patterns = [];

    /// <summary>Every object that takes no keys but its own, with the place of its schema, as instances are judged.</summary>
    public Action<string, string, JsonElement>? Closed { get; init; }

    /// <summary>Every list of words, with the place of its schema, as instances are judged.</summary>
    public Action<string, string>? Words { get; init; }

    public List<Refusal> Judge(JsonElement instance)
    {
        var refusals = new List<Refusal>();
        Judge(root, "#", instance, "$", refusals, []);
        return refusals;
    }

    private bool Holds(JsonElement schema, string at, JsonElement instance, string path, HashSet<string> seen)
    {
        var refusals = new List<Refusal>();
        Judge(schema, at, instance, path, refusals, seen);
        return refusals.Count == 0;
    }

    /// <param name="seen">Keys of the instance that this schema or one it applies has judged.</param>
    private void Judge(JsonElement schema, string at, JsonElement instance, string path, List<Refusal> refusals, HashSet<string> seen)
    {
        if (schema.ValueKind is JsonValueKind.True) return;
        if (schema.ValueKind is JsonValueKind.False)
        {
            refusals.Add(new Refusal(path, "false", at));
            return;
        }

        foreach (var keyword in schema.EnumerateObject().OrderBy(k => k.Name is "additionalProperties" ? 1 : k.Name is "unevaluatedProperties" ? 2 : 0))
            if (!Applied(keyword, schema, at, instance, path, refusals, seen) && !InValue(keyword.Name, keyword.Value, at, instance, path, refusals))
                refusals.Add(new Refusal(path, keyword.Name, Short(keyword.Value)));
    }

    private bool Applied(JsonProperty keyword, JsonElement schema, string at, JsonElement instance, string path, List<Refusal> refusals, HashSet<string> seen)
    {
        var (name, value, place) = (keyword.Name, keyword.Value, $"{at}/{keyword.Name}");
        switch (name)
        {
            case "$ref":
                var target = value.GetString()!;
                Judge(root.GetProperty("$defs").GetProperty(target["#/$defs/".Length..]), target, instance, path, refusals, seen);
                return true;
            case "allOf":
                foreach (var (part, i) in value.EnumerateArray().Select((p, i) => (p, i))) Judge(part, $"{place}/{i}", instance, path, refusals, seen);
                return true;
            case "anyOf":
                return AnyOf(value, place, instance, path, refusals, seen);
            case "not":
                if (Holds(value, place, instance, path, [])) refusals.Add(new Refusal(path, name, place));
                return true;
            case "if":
                var branch = Holds(value, place, instance, path, seen) ? "then" : "else";
                if (schema.TryGetProperty(branch, out var then)) Judge(then, $"{at}/{branch}", instance, path, refusals, seen);
                return true;
            case "then" or "else" or "$schema" or "$defs" or "title" or "description":
                return true;
            case "properties" or "additionalProperties" or "unevaluatedProperties" or "propertyNames":
                if (instance.ValueKind == JsonValueKind.Object) Keys(name, value, schema, place, instance, path, refusals, seen);
                return true;
            case "items":
                if (instance.ValueKind != JsonValueKind.Array) return true;
                var first = schema.TryGetProperty("prefixItems", out var prefix) ? prefix.GetArrayLength() : 0;
                foreach (var (item, i) in instance.EnumerateArray().Select((v, i) => (v, i)).Skip(first)) Judge(value, place, item, $"{path}[{i}]", refusals, []);
                return true;
            case "prefixItems":
                if (instance.ValueKind != JsonValueKind.Array) return true;
                foreach (var ((item, part), i) in instance.EnumerateArray().Zip(value.EnumerateArray()).Select((p, i) => (p, i))) Judge(part, $"{place}/{i}", item, $"{path}[{i}]", refusals, []);
                return true;
            default:
                return false;
        }
    }

    /// <summary>When none holds, the refusals of the alternative that comes nearest are told: that which got deepest.</summary>
    private bool AnyOf(JsonElement alternatives, string place, JsonElement instance, string path, List<Refusal> refusals, HashSet<string> seen)
    {
        List<Refusal>? nearest = null;
        var held = false;
        foreach (var (alternative, i) in alternatives.EnumerateArray().Select((a, i) => (a, i)))
        {
            var own = new List<Refusal>();
            var keys = new HashSet<string>();
            Judge(alternative, $"{place}/{i}", instance, path, own, keys);
            if (own.Count == 0) seen.UnionWith(keys);
            held |= own.Count == 0;
            if (own.Count > 0 && (nearest is null || Depth(own) > Depth(nearest))) nearest = own;
        }

        if (!held) refusals.AddRange(nearest!);
        return true;
    }

    private static int Depth(List<Refusal> refusals) => refusals.Max(r => r.Path.Count(c => c is '.' or '['));

    private void Keys(string name, JsonElement value, JsonElement schema, string place, JsonElement instance, string path, List<Refusal> refusals, HashSet<string> seen)
    {
        if (name is "additionalProperties" or "unevaluatedProperties" && value.ValueKind == JsonValueKind.False) Closed?.Invoke(place, path, instance);
        foreach (var property in instance.EnumerateObject())
        {
            var below = $"{path}.{property.Name}";
            switch (name)
            {
                case "properties":
                    if (!value.TryGetProperty(property.Name, out var own)) continue;
                    seen.Add(property.Name);
                    Judge(own, $"{place}/{property.Name}", property.Value, below, refusals, []);
                    break;
                case "propertyNames":
                    if (!Holds(value, place, JsonSerializer.SerializeToElement(property.Name), below, [])) refusals.Add(new Refusal(below, name, property.Name));
                    break;
                default:
                    var known = name == "additionalProperties" ? schema.TryGetProperty("properties", out var named) && named.TryGetProperty(property.Name, out _) : seen.Contains(property.Name);
                    if (known) continue;
                    seen.Add(property.Name);
                    if (value.ValueKind == JsonValueKind.False) refusals.Add(new Refusal(below, name, property.Name));
                    else Judge(value, place, property.Value, below, refusals, []);
                    break;
            }
        }
    }

    private bool InValue(string keyword, JsonElement value, string at, JsonElement instance, string path, List<Refusal> refusals)
    {
        if (keyword == "enum") Words?.Invoke($"{at}/enum", path);
        switch (keyword)
        {
            case "type": return value.ValueKind == JsonValueKind.String ? Is(value.GetString()!, instance) : value.EnumerateArray().Any(t => Is(t.GetString()!, instance));
            case "enum": return value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, instance));
            case "const": return JsonElement.DeepEquals(value, instance);
            case "pattern": return instance.ValueKind != JsonValueKind.String || Pattern(value.GetString()!).IsMatch(instance.GetString()!);
            case "minLength": return instance.ValueKind != JsonValueKind.String || instance.GetString()!.Length >= value.GetInt32();
            case "minimum": return instance.ValueKind != JsonValueKind.Number || instance.GetDecimal() >= value.GetDecimal();
            case "maximum": return instance.ValueKind != JsonValueKind.Number || instance.GetDecimal() <= value.GetDecimal();
            case "minItems": return instance.ValueKind != JsonValueKind.Array || instance.GetArrayLength() >= value.GetInt32();
            case "maxItems": return instance.ValueKind != JsonValueKind.Array || instance.GetArrayLength() <= value.GetInt32();
            case "minProperties": return instance.ValueKind != JsonValueKind.Object || instance.GetPropertyCount() >= value.GetInt32();
            case "maxProperties": return instance.ValueKind != JsonValueKind.Object || instance.GetPropertyCount() <= value.GetInt32();
            case "required":
                if (instance.ValueKind != JsonValueKind.Object) return true;
                foreach (var key in value.EnumerateArray().Select(k => k.GetString()!).Where(k => !instance.TryGetProperty(k, out _))) refusals.Add(new Refusal($"{path}.{key}", "required", key));
                return true;
            default: throw new NotSupportedException($"{at}: this check does not know the keyword {keyword}");
        }
    }

    private static bool Is(string type, JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Number => type == "number" || (type == "integer" && instance.TryGetInt64(out _)),
        _ => type == "null",
    };

    private static Regex Pattern(string pattern)
    {
        lock (Patterns) return Patterns.TryGetValue(pattern, out var known) ? known : Patterns[pattern] = new Regex(pattern, RegexOptions.CultureInvariant);
    }

    private static string Short(JsonElement value) => string.Join(", ", value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.ToString()) : [value.ToString()]);
}
