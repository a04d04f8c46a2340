using Madoguchi.Studio.Checking;

namespace Madoguchi.Studio.Preview;

/// <summary>Random trials of drafts; the last ones are kept, for whoever looks at a result then looks at its runs.</summary>
internal sealed class RandomTrials
{
    private const int Most = 20;
    private readonly Lock turn = new();
    private readonly LinkedList<((Guid Draft, long Version, int Seed, DateOnly Day) Key, Lazy<RandomTrial> Trial)> kept = new();

    public RandomTrial Of(Draft draft, ReadDraft read, int seed, DateOnly today)
    {
        var key = (draft.Id, draft.Version, seed, today);
        Lazy<RandomTrial> trial;
        lock (turn)
        {
            var known = kept.FirstOrDefault(k => k.Key == key);
            trial = known.Trial ?? new(() => read.Edition.Form.TryAtRandom(read.Root, seed, today));
            if (known.Trial is null) kept.AddFirst((key, trial));
            if (kept.Count > Most) kept.RemoveLast();
        }

        return trial.Value;
    }
}
