namespace Madoguchi.Procedures.Domain.Sentences;

/// <summary>What the names in a definition's expressions stand for, seen from the form or from one group.</summary>
/// <param name="numbers">Numbers that stand before questions of the form, by id, where a reader looks for them.</param>
internal sealed class NamesInWords(Form form, JsonElement definition, string? group, IReadOnlyDictionary<string, string>? numbers = null)
{
    public NamesInWords Inside(string of) => new(form, definition, of, numbers);

    /// <summary>The number of a question; nothing inside a group.</summary>
    public string Number(Question question) => numbers?.GetValueOrDefault(question.Id) is { } number && ReferenceEquals(form.Question(question.Id), question) ? number : "";

    public Question? Question(string id) => (group is null ? null : form.Question($"{group}.{id}")) ?? form.Question(id);

    /// <summary>A computed value as it is written in the definition.</summary>
    public JsonElement? Computed(string id) => Find(group is null ? null : GroupOf(group), id) ?? Find(Form, id);

    public JsonElement? Value(string id) => definition.TryGetProperty("values", out var values) && values.TryGetProperty(id, out var value) ? value : null;

    private JsonElement Form => definition.GetProperty("form");

    private JsonElement? GroupOf(string id) => Form.GetProperty("pages").EnumerateArray().SelectMany(p => p.GetProperty("questions").EnumerateArray())
        .Where(q => q.TryGetProperty("id", out var own) && own.GetString() == id).Select(q => (JsonElement?)q).FirstOrDefault();

    private static JsonElement? Find(JsonElement? scope, string id) => scope is { } of && of.TryGetProperty("computed", out var computed)
        ? computed.EnumerateArray().Where(c => c.GetProperty("id").GetString() == id).Select(c => (JsonElement?)c).FirstOrDefault() : null;
}
