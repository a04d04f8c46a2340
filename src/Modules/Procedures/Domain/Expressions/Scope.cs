namespace Madoguchi.Procedures.Domain.Expressions;

/// <summary>What stands at one slot of the form or of a group's item: a question, its 「later」 mark, its words for 「other」, or a computed value.</summary>
internal sealed record Entry(string Id, Question? Question, ComputedValue? Computed, FormPage? Page, Question? LaterOf, Question? OtherOf = null);

/// <summary>The slots of the form, or of one item of a group, compiled once.</summary>
internal sealed class ScopePlan
{
    public required FrozenDictionary<string, int> Slots { get; init; }

    public required IReadOnlyList<Entry> Entries { get; init; }
}

/// <summary>The answers of one form or item while they are judged; visibility and computed values are found when asked for, once.</summary>
internal sealed class Scope(ScopePlan plan, Scope? outer, DateOnly today)
{
    private readonly Value[] values = new Value[plan.Entries.Count];
    private readonly byte[] visibility = new byte[plan.Entries.Count];
    private readonly bool[] known = new bool[plan.Entries.Count];

    public ScopePlan Plan => plan;

    public Scope? Outer => outer;

    public Scope Root => outer ?? this;

    public DateOnly Today => today;

    /// <summary>Keeps an answer as given, whether it will be visible or not.</summary>
    public void Set(int slot, in Value value) => values[slot] = value;

    public Value Raw(int slot) => values[slot];

    /// <summary>The value that counts: absent when hidden.</summary>
    public Value this[int slot]
    {
        get
        {
            var entry = plan.Entries[slot];
            if (entry.Computed is not { } computed) return values[slot].IsAbsent || !IsVisible(slot) || !Counts(entry) ? Value.Absent : values[slot];
            if (!known[slot])
            {
                values[slot] = computed.Value.Evaluate(this);
                known[slot] = true;
            }

            return values[slot];
        }
    }

    public bool IsVisible(int slot)
    {
        if (visibility[slot] == 0) visibility[slot] = Judge(plan.Entries[slot]) ? (byte)1 : (byte)2;
        return visibility[slot] == 1;
    }

    /// <summary>Items of a group that counts; none when it is hidden.</summary>
    public Scope[] Items(int slot)
    {
        var group = this[slot];
        return group.IsAbsent ? [] : group.Items;
    }

    /// <summary>「あとで提出する」 counts while no file is attached, the words of 「その他」 while that is chosen.</summary>
    private bool Counts(Entry entry) => entry.LaterOf is { } file ? values[file.Slot].IsAbsent
        : entry.OtherOf is not { } choice || values[choice.Slot] is { IsAbsent: false, Text: "other" };

    private bool Judge(Entry entry)
    {
        if (entry.Page?.VisibleWhen is { } page && !page.Holds(this)) return false;
        var question = entry.Question ?? entry.LaterOf ?? entry.OtherOf;
        return question?.VisibleWhen is not { } when || when.Holds(this);
    }
}
