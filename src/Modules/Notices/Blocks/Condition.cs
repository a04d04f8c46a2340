using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Blocks;

/// <summary>
/// A condition of a block: a path (present, not empty, not false), <c>exists</c>, <c>eq</c> or <c>not</c>.
/// A field nobody declared is a fault, one that was left blank is not: definitions give every declared name.
/// </summary>
internal abstract class Condition(string place)
{
    public abstract bool Holds(Scope scope);

    protected JsonElement? Find(Scope scope, FieldPath path)
    {
        if (scope.Find(path) is { } found) return found.ValueKind is JsonValueKind.Null ? null : found;
        if (!path.MayBeMissing && !IsKnown(scope, path)) throw new TemplateFault(place, 1, $"unknown field {path}");
        return null;
    }

    // answers.account.type of an account that was not asked for: the account is known.
    private static bool IsKnown(Scope scope, FieldPath path) =>
        path.Names.Length > 2 && scope.Find(path with { Names = path.Names[..2] }) is { ValueKind: JsonValueKind.Null or JsonValueKind.Object };
}

internal sealed class Present(FieldPath path, bool evenFalse, string place) : Condition(place)
{
    public override bool Holds(Scope scope) => Find(scope, path) is { } value && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.False => evenFalse,
        _ => true,
    };
}

internal sealed class IsEqual(FieldPath path, JsonElement literal, string place) : Condition(place)
{
    public override bool Holds(Scope scope) => Find(scope, path) is { } value && literal.ValueKind switch
    {
        JsonValueKind.String => value.ValueKind is JsonValueKind.String && value.GetString() == literal.GetString(),
        JsonValueKind.Number => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && literal.TryGetDecimal(out var other) && number == other,
        _ => value.ValueKind == literal.ValueKind,
    };
}

internal sealed class Not(Condition condition, string place) : Condition(place)
{
    public override bool Holds(Scope scope) => !condition.Holds(scope);
}
