namespace Madoguchi.Studio.Domain;

internal sealed partial class Draft
{
    /// <summary>公開の起案.</summary>
    public DraftStep Propose(Guid approval, DateOnly? day, string what, string by, DateTime now)
    {
        (State, Approval, PublishOn) = (DraftState.Proposed, approval, day);
        return Note(what, by, now);
    }

    /// <summary>Another edition was published meanwhile; the draft is to follow it, as it is.</summary>
    public DraftStep Follow(int number, string by, DateTime now)
    {
        BaseNumber = number;
        return Note($"第{number}版と見比べて、この下書きで進めることにしました", by, now);
    }

    public DraftStep Schedule(string by, DateTime now)
    {
        State = DraftState.Scheduled;
        return Note("決裁されました。公開の日を待っています", by, now);
    }

    public DraftStep Publish(int number, string by, DateTime now)
    {
        (State, PublishedNumber) = (DraftState.Published, number);
        return Note($"第{number}版として公開しました", by, now);
    }

    /// <summary>It can be changed again.</summary>
    public DraftStep Reopen(string why, string by, DateTime now)
    {
        (State, PublishOn) = (DraftState.Editing, null);
        return Note(why, by, now);
    }

    /// <summary>Thrown away: nobody finds it any more, its history stays.</summary>
    public DraftStep Discard(string by, DateTime now)
    {
        State = DraftState.Discarded;
        return Note("下書きを捨てました", by, now);
    }

    private DraftStep Note(string what, string by, DateTime now)
    {
        Version++;
        return new DraftStep { Id = Guid.CreateVersion7(), DraftId = Id, Version = Version, What = DraftStep.Short(what), ChangedBy = by, ChangedAt = now };
    }
}
