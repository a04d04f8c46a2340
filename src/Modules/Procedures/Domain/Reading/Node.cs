namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>One value of a definition with its place; whatever does not fit becomes a fault and a harmless stand-in, never an exception.</summary>
internal readonly struct Node(JsonElement element, string path, FaultList faults)
{
    public JsonElement Element => element;

    public string Path => path;

    public FaultList Faults => faults;

    public JsonValueKind Kind => element.ValueKind;

    public void Fault(string reason) => faults.Add(path, reason);

    /// <summary>Says that this must be an object with no keys but these.</summary>
    public bool IsObject(params ReadOnlySpan<string> keys)
    {
        if (Kind != JsonValueKind.Object)
        {
            Fault("must be an object");
            return false;
        }

        foreach (var property in element.EnumerateObject())
            if (keys.Length > 0 && !keys.Contains(property.Name)) faults.Add($"{path}.{property.Name}", "unknown key");
        return true;
    }

    /// <summary>The value under a key, or null when it is left out.</summary>
    public Node? Get(string key) =>
        Kind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? new Node(value, $"{path}.{key}", faults) : null;

    /// <summary>The value under a key that may not be left out.</summary>
    public Node? Need(string key)
    {
        var node = Get(key);
        if (node is null && Kind == JsonValueKind.Object) faults.Add($"{path}.{key}", "is missing");
        return node;
    }

    public IEnumerable<Node> Items()
    {
        if (Kind != JsonValueKind.Array)
        {
            Fault("must be a list");
            yield break;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray()) yield return new Node(item, $"{path}[{index++}]", faults);
    }

    public IEnumerable<(string Key, Node Value)> Properties()
    {
        if (Kind != JsonValueKind.Object)
        {
            Fault("must be an object");
            yield break;
        }

        foreach (var property in element.EnumerateObject())
            yield return (property.Name, new Node(property.Value, $"{path}.{property.Name}", faults));
    }

    public List<T> List<T>(Func<Node, T> read) => [.. Items().Select(read)];

    public string String()
    {
        if (Kind == JsonValueKind.String && element.GetString() is { Length: > 0 } text) return text;
        Fault("must be a text that is not empty");
        return "";
    }

    public bool Bool()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        Fault("must be true or false");
        return false;
    }

    public int Int(int min = 0, int max = 1_000_000)
    {
        if (Kind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= min && number <= max) return number;
        Fault($"must be a whole number from {min} to {max}");
        return min;
    }

    public decimal Decimal()
    {
        if (Kind == JsonValueKind.Number && element.TryGetDecimal(out var number)) return number;
        Fault("must be a number");
        return 0;
    }

    public DateOnly Date()
    {
        if (DateOnly.TryParseExact(String(), "yyyy-MM-dd", out var date)) return date;
        Fault("must be a date such as 2026-04-01");
        return default;
    }

    public TimeOnly Time()
    {
        if (TimeOnly.TryParseExact(String(), "HH:mm", out var time)) return time;
        Fault("must be a time such as 09:00");
        return default;
    }

    /// <summary>A moment in Tokyo, in UTC.</summary>
    public DateTime Moment()
    {
        if (DateTime.TryParseExact(String(), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1900 and <= 2200)
            return JapaneseDate.UtcOf(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
        Fault("must be a moment such as 2026-04-01T09:00");
        return default;
    }

    public string OneOf(params ReadOnlySpan<string> codes)
    {
        var text = String();
        if (codes.Contains(text)) return text;
        Fault($"must be one of {string.Join(", ", codes!)}");
        return codes[0];
    }

    public T Enum<T>() where T : struct, Enum
    {
        var text = String();
        foreach (var value in System.Enum.GetValues<T>())
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text) return value;
        Fault($"must be one of {string.Join(", ", System.Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");
        return default;
    }

    /// <summary>A text; one that residents read is noted when a language is missing.</summary>
    public Phrase Phrase(bool forResidents = true)
    {
        Phrase phrase;
        if (Kind == JsonValueKind.Object)
        {
            IsObject("ja", "en", "ja-easy");
            phrase = new Phrase(Need("ja")?.String() ?? "", Get("en")?.String(), Get("ja-easy")?.String());
        }
        else
        {
            phrase = new Phrase(String());
        }

        if (phrase.Ja is ['=' or '+' or '@' or '\t', ..]) Fault("begins with a character that a spreadsheet takes for a formula");
        if (forResidents && !phrase.IsComplete) faults.Untranslated.Add(path);
        return phrase;
    }

    public string Id()
    {
        var text = String();
        if (text.Length > 0 && !(char.IsAsciiLetterLower(text[0]) && text.All(char.IsAsciiLetterOrDigit))) Fault("must be an id such as birthDate");
        return text;
    }
}

/// <summary>Reads optional values shortly.</summary>
internal static class Optional
{
    public static string? String(this Node? node) => node?.String();

    public static Phrase? Phrase(this Node? node) => node?.Phrase();

    public static List<T> List<T>(this Node? node, Func<Node, T> read) => node?.List(read) ?? [];

    public static string NeedString(this Node node, string key) => node.Need(key)?.String() ?? "";

    public static Phrase NeedPhrase(this Node node, string key, bool forResidents = true) => node.Need(key)?.Phrase(forResidents) ?? new Phrase("");

    public static int NeedInt(this Node node, string key) => node.Need(key)?.Int() ?? 0;

    public static T NeedEnum<T>(this Node node, string key) where T : struct, Enum => node.Need(key)?.Enum<T>() ?? default;
}
