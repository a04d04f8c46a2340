namespace Madoguchi.Procedures.Paper;

/// <summary>The answers of a form or of one item, as they were given; nothing for an empty form.</summary>
internal readonly record struct PaperAnswers(JsonElement? Given)
{
    public static readonly PaperAnswers None = new(null);

    public JsonElement? this[string id] => Given is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(id, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string id) => this[id] is { } value ? value.ToString() : null;

    public bool IsTrue(string id) => this[id] is { ValueKind: JsonValueKind.True };

    /// <summary>The parts of a composed answer.</summary>
    public PaperAnswers Parts(string id) => new(this[id]);

    /// <summary>Codes of ticks, ids of files.</summary>
    public IReadOnlyList<string> List(string id) => this[id] is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(e => e.ToString())] : [];

    public IReadOnlyList<PaperAnswers> Items(string id) => this[id] is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(e => new PaperAnswers(e))] : [];
}
