namespace Madoguchi.Procedures.Domain.Trying;

/// <summary>
/// Walks a form with random answers. Half of the runs begin with the answers of one that got further than those before and change what decides,
/// so that pages behind several conditions are reached too. How much is tried is counted, not timed: a seed gives the same again.
/// </summary>
internal sealed class RandomRuns(Form form, JsonElement definition, int seed, DateOnly today)
{
    private const int MostRuns = 300;
    private const int MostJudged = 2500;
    private const int FewestRuns = 25;
    private const int LongestQuiet = 60;

    private readonly Random random = new(seed);
    private readonly Hints hints = new(definition);
    private readonly List<(JsonObject Answers, IReadOnlyList<string> Asked)> further = [];
    private readonly List<RandomRun> kept = [];
    private readonly HashSet<string> reached = [];
    private readonly Dictionary<string, int> stubborn = [];

    public RandomTrial Run()
    {
        var filling = new RandomFilling(form, hints, new RandomAnswer(form, hints, today, random), today, random);
        var (count, failed, quiet) = (0, 0, 0);
        for (var run = 1; run <= MostRuns && filling.Judged < MostJudged && (run <= FewestRuns || quiet < LongestQuiet) && !(run > FewestRuns && AllReached()); run++)
        {
            if (filling.Fill(Begin()) is not { } filled)
            {
                failed++;
                foreach (var id in filling.Stuck) stubborn[id] = stubborn.GetValueOrDefault(id) + 1;
                continue;
            }

            count++;
            quiet = Keep(run, filled) ? 0 : quiet + 1;
        }

        return Told(count, failed);
    }

    private JsonObject Begin()
    {
        if (further.Count == 0 || random.Next(3) == 0) return [];
        var (answers, asked) = further[Math.Max(random.Next(further.Count), random.Next(further.Count))];
        var begun = answers.DeepClone().AsObject();
        var decisive = asked.Where(hints.Decisive.Contains).ToList();
        for (var i = random.Next(1, 3); i > 0 && decisive.Count > 0; i--)
        {
            // Rather a late one: what is before it leads there.
            var id = decisive[Math.Max(random.Next(decisive.Count), random.Next(decisive.Count))];
            foreach (var key in (string[])[id, id + "Other", id + "Later"]) begun.Remove(key);
        }

        return begun;
    }

    private bool Keep(int run, Checked filled)
    {
        var keys = filled.Visible.Select(PlainKey).Distinct().Select(k => "q:" + k).Concat(filled.Pages.Select(p => "p:" + p)).Concat(filled.Exit is { } exit ? ["e:" + exit.Id] : []).ToList();
        var first = keys.Count(reached.Add);
        if (first == 0) return false;
        kept.Add(new RandomRun(run, filled.Answers, filled.Exit, filled.Pages, first));
        further.Add((JsonNode.Parse(filled.Answers)!.AsObject(), [.. filled.Visible.Where(k => !k.Contains('['))]));
        return true;
    }

    private bool AllReached() => !Questions().Any(q => !reached.Contains("q:" + q.Key)) && form.Pages.All(p => reached.Contains("p:" + p.Id) && p.Exits.All(e => reached.Contains("e:" + e.Id)));

    private RandomTrial Told(int count, int failed) => new(seed, count, failed, kept)
    {
        PagesMissed = [.. form.Pages.Where(p => !reached.Contains("p:" + p.Id))],
        QuestionsMissed = [.. Questions().Where(q => !reached.Contains("q:" + q.Key))],
        ExitsMissed = [.. form.Pages.SelectMany(p => p.Exits).Where(e => !reached.Contains("e:" + e.Id))],
        Stubborn = [.. stubborn.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(5).Select(s => s.Key)],
    };

    private IEnumerable<(string Key, Question Question)> Questions() =>
        form.Pages.SelectMany(p => p.Questions).SelectMany(q => q.Questions.Select(i => ($"{q.Id}.{i.Id}", i)).Prepend((q.Id, q)));

    // children[2].name → children.name
    private static string PlainKey(string key)
    {
        var open = key.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? key : key[..open] + key[(key.IndexOf(']', StringComparison.Ordinal) + 1)..];
    }
}
