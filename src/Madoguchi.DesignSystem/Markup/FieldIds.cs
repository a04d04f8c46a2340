namespace Madoguchi.DesignSystem.Markup;

/// <summary>Element ids made from field names, the same for labels, errors and the links of the error summary.</summary>
public static class FieldIds
{
    /// <summary>Every character outside A–Z, a–z, 0–9 and _ becomes a hyphen: <c>answers.child[0].birthDate</c> → <c>answers-child-0--birthDate</c>.</summary>
    public static string Of(string name)
    {
        if (name.Length == 0) return "field";

        var id = string.Create(name.Length, name, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsAsciiLetterOrDigit(source[i]) || source[i] == '_' ? source[i] : '-';
        });
        return char.IsAsciiLetter(id[0]) ? id : "f" + id;
    }
}
