using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Studio.Merging;

/// <summary>Whose value stands where both changed the same thing.</summary>
internal enum Side
{
    Mine,
    Theirs,
}

/// <summary>What both sides changed.</summary>
internal enum ConflictKind
{
    /// <summary>The same field.</summary>
    Value,

    /// <summary>One removed a part that the other changed.</summary>
    Part,

    /// <summary>The order of the same list.</summary>
    Order,

    /// <summary>One removed a part that the other left as it was; asked only when something else needs it.</summary>
    Removal,
}

/// <summary>Something that both sides changed, each in another way. A value that is absent is null.</summary>
/// <param name="Path">Names of fields and ids of parts, from the top; questions stand directly under <c>form</c>, whatever page they are on.</param>
internal sealed record Conflict(ConflictKind Kind, IReadOnlyList<string> Path, JsonNode? Base, JsonNode? Theirs, JsonNode? Mine)
{
    /// <summary>The name of a field to choose in; the same path has the same one.</summary>
    public string Key { get; } = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', Path))))[..16];
}

/// <summary>One definition out of two that were made from a third.</summary>
/// <param name="Conflicts">All of them, those that were decided too.</param>
/// <param name="Kept">Ids of pages that one side removed and that stay for the questions the other side keeps on them.</param>
internal sealed record Merged(JsonObject Definition, IReadOnlyList<Conflict> Conflicts, IReadOnlyList<string> Kept);
