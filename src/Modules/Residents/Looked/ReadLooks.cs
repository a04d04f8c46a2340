using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Auditing;
using Madoguchi.Residents.Contracts;

namespace Madoguchi.Residents.Looked;

/// <summary>
/// 私の情報を見た記録: which division looked when, at what and what for. Never who, not before a week has gone by,
/// and not where telling would defeat the purpose: such a look concerns nobody (<see cref="ActorFacts.Discreet"/>).
/// </summary>
internal sealed class ReadLooks(Looks looks, Actor actor, IDirectory directory, IEnumerable<ILookedAt> things, TimeProvider clock)
{
    private const int Page = 50;

    /// <summary>Until then nothing is told: who asks too early could warn others, or find out what is being checked.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    /// <summary>All looks of a division at one thing on one day.</summary>
    /// <param name="Purpose">Key of the sentence.</param>
    /// <param name="Thing">Null when it is not a thing with a page of its own.</param>
    internal sealed record Line(DateOnly Day, Division? Division, string Purpose, LookedAtThing? Thing);

    public async Task<(IReadOnlyList<Line> Lines, string? Next)> RunAsync(string? after, CancellationToken stop)
    {
        actor.RequireResident();
        var (page, next) = await looks.OfAsync(actor.Id, clock.Now() - Quiet, after, Page, stop);
        var known = await ThingsAsync(page, stop);
        var lines = page.Select(look => LineOf(look, known.GetValueOrDefault((look.SubjectKind, look.SubjectId))));
        return ([.. lines.Distinct()], next);
    }

    private Line LineOf(Look look, LookedAtThing? thing)
    {
        var day = JapaneseDate.Of(look.At);
        // Where they worked that day; they may have moved since.
        var code = directory.PostsOf(look.ActorId, day).Select(p => p.Division).FirstOrDefault(d => d is not null) ?? directory.Staff(look.ActorId)?.Division;
        return new Line(day, code is null ? null : directory.Division(code), PurposeOf(look.SubjectKind), thing);
    }

    private static string PurposeOf(string kind) => kind switch
    {
        "application" => "looked.purpose.application",
        "notice" => "looked.purpose.notice",
        "file" => "looked.purpose.file",
        "account" => "looked.purpose.account",
        _ => "looked.purpose.other",
    };

    private async Task<IReadOnlyDictionary<(string Kind, string Id), LookedAtThing>> ThingsAsync(IReadOnlyList<Look> page, CancellationToken stop)
    {
        var known = new Dictionary<(string, string), LookedAtThing>();
        foreach (var module in things)
        {
            var ids = page.Where(l => l.SubjectKind == module.SubjectKind).Select(l => l.SubjectId).Distinct().ToList();
            if (ids.Count == 0) continue;
            foreach (var (id, thing) in await module.OfAsync(ids, stop)) known.Add((module.SubjectKind, id), thing);
        }

        return known;
    }
}
