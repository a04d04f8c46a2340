using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>A field on its page. Its words stand in Text/ under the form, else under what all forms share.</summary>
/// <param name="List">Key of the list whose column it is.</param>
internal sealed record ShownField(Thing Thing, Field Field, string Name, IReadOnlyDictionary<string, string> Values, bool IsPlain, string? List = null)
{
    public string Value(string name) => Values.GetValueOrDefault(name, "");

    public int Count => int.TryParse(Value(Name + ".count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 0, 500) : 0;

    public LocalizedText Label(Localizer text) => Field.Called is { } called ? new LocalizedText(called) : text[Key(text, "staff.studio.field") ?? $"staff.studio.field.{Field.Key}"];

    public LocalizedText? Help(Localizer text) => Key(text, "staff.studio.help") is { } key ? text[key] : null;

    public IReadOnlyList<Choice> Choices(Localizer text)
    {
        IEnumerable<Choice> items = Field.Items ?? [.. Field.Codes.Select(c => new Choice(c, text[Word(text, c)]))];
        var chosen = Value(Name);
        return Field.Kind == FieldKind.Choice && chosen.Length > 0 && items.All(i => i.Value != chosen) ? [.. items, new Choice(chosen, chosen)] : [.. items];
    }

    public ShownField Column(Field column, int row) => new(Thing, column, $"{Name}[{row}].{column.Key}", Values, true, Field.Key);

    private string Word(Localizer text, string code) => text.Has($"staff.studio.word.{Field.Key}.{code}") ? $"staff.studio.word.{Field.Key}.{code}" : $"staff.studio.word.{code}";

    // A column of a list belongs to the list, any other field to the form.
    private string? Key(Localizer text, string prefix)
    {
        var own = $"{prefix}.{List ?? Thing.Form}.{Field.Key}";
        return text.Has(own) ? own : text.Has($"{prefix}.{Field.Key}") ? $"{prefix}.{Field.Key}" : null;
    }
}
