namespace Madoguchi.Studio.Editing;

/// <summary>Something of a definition that has a form of its own: which, where it stands, what is typed about it.</summary>
/// <param name="Kind">Such as <c>facts</c>, <c>question</c>.</param>
/// <param name="Key">Which of them.</param>
/// <param name="Form">Under which its words stand in Text/.</param>
/// <param name="Object">Where its values are.</param>
/// <param name="Place">JSON path of it.</param>
/// <param name="Name">What officers call it.</param>
internal sealed record Thing(string Kind, string Key, string Form, JsonObject Object, string Place, string Name, IReadOnlyList<Field> Fields)
{
    /// <summary>The field of the form that a place of the definition belongs to; null when it is elsewhere.</summary>
    public string? FieldAt(string place, FieldWriter? written = null)
    {
        if (place != Place && !place.StartsWith(Place + ".", StringComparison.Ordinal)) return null;
        var inside = place.Length > Place.Length ? place[(Place.Length + 1)..] : "";
        var field = Fields.Where(f => inside == f.Key || inside.StartsWith(f.Key + ".", StringComparison.Ordinal) || inside.StartsWith(f.Key + "[", StringComparison.Ordinal)).MaxBy(f => f.Key.Length);
        if (field is null) return null;
        if (field.Kind is FieldKind.Phrase or FieldKind.LongPhrase && inside == field.Key) return field.Key + ".ja";
        if (field.Kind is not (FieldKind.Rows or FieldKind.Blocks) || inside.Length == field.Key.Length) return inside;
        var close = inside.IndexOf(']', StringComparison.Ordinal);
        if (!int.TryParse(inside.AsSpan((field.Key.Length + 1)..close), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return field.Key;
        var row = $"{field.Key}[{written?.RowOf(field.Key, index) ?? index}]";
        if (field.Kind == FieldKind.Blocks) return row + ".text";
        var rest = inside[(close + 1)..].TrimStart('.');
        if (field.Bare) rest = rest.Length == 0 ? "item" : "item." + rest;
        var column = field.Columns.Where(c => rest == c.Key || rest.StartsWith(c.Key + ".", StringComparison.Ordinal)).MaxBy(c => c.Key.Length) ?? field.Columns[0];
        return column.Kind is FieldKind.Phrase or FieldKind.LongPhrase && !rest.StartsWith(column.Key + ".", StringComparison.Ordinal) ? $"{row}.{column.Key}.ja" : $"{row}.{(rest.Length > 0 && rest.StartsWith(column.Key, StringComparison.Ordinal) ? rest : column.Key)}";
    }
}
