namespace Madoguchi.Studio.Lists;

/// <summary>One line of a list of items and what will become of it.</summary>
/// <param name="Kind">Type of the question; null when none can be told.</param>
/// <param name="Bank">Name in the question bank that stands for it.</param>
/// <param name="Left">Why it makes no question of its own.</param>
internal sealed record ItemLine(int Number, string Label, string? Kind, string? Bank, bool Required, IReadOnlyList<string> Options, string Page, string Help, string Example, int? MaxLength, string? Left, IReadOnlyList<string> Faults)
{
    public bool BecomesQuestion => Faults.Count == 0 && Left is null;

    /// <summary>With the kind an officer chose instead: what was only wrong with the kind is right then.</summary>
    public ItemLine As(string kind)
    {
        if (kind == Kind) return this;
        var rest = Faults.Where(f => f != ItemReader.UnknownKind && f != ItemReader.NoOptions).ToList();
        if (kind is "choice" or "choices" && Options.Count < 2) rest.Add(ItemReader.NoOptions);
        return this with { Kind = kind, Bank = null, Left = null, Faults = rest };
    }
}
