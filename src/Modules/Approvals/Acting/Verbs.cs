using System.Collections.Frozen;
using Madoguchi.Approvals.Domain;

namespace Madoguchi.Approvals.Acting;

/// <summary>Acts as addresses name them: <c>act-for</c>.</summary>
internal static class Verbs
{
    private static readonly FrozenDictionary<string, ActKind> Kinds =
        Enum.GetValues<ActKind>().Where(k => k is not (ActKind.Draft or ActKind.TakeOut)).ToFrozenDictionary(Of);

    public static string Of(ActKind kind) => kind switch
    {
        ActKind.ActFor => "act-for",
        ActKind.PostReview => "post-review",
        ActKind.TakeOut => "take-out",
        _ => EnumText.Of(kind),
    };

    /// <summary>The act a person may ask for by this name.</summary>
    public static bool TryParse(string? verb, out ActKind kind) => Kinds.TryGetValue(verb ?? "", out kind);
}
