using Madoguchi.Applications.Contracts;
using Madoguchi.Insights.Data;
using Madoguchi.Insights.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Insights.Rate;

/// <summary>The answer of an applicant to how it went: one per matter, a second one replaces the first; then words, if they like.</summary>
internal sealed class RateProcedure(InsightsDb db, IOwnMatters matters, MatterKeys keys, Actor actor, Database database, TimeProvider clock)
{
    public async Task RunAsync(string number, int score, CancellationToken stop)
    {
        actor.RequireResident();
        if (!Rating.IsScore(score)) throw new RefusedException(Refusal.Malformed);
        var matter = await MatterAsync(number, stop);
        await RatingRows.KeepAsync(database, new Rating
        {
            Id = Guid.NewGuid(),
            MatterKey = await keys.OfAsync(matter.Application, stop),
            Procedure = matter.Procedure,
            Edition = matter.Edition,
            Day = clock.Today(),
            Channel = matter.Channel,
            Score = score,
        }, stop);
    }

    /// <summary>Words beside the score; none take back those of before.</summary>
    /// <exception cref="NotFoundException">There is no score yet.</exception>
    public async Task<Result> SayAsync(string number, string? typed, CancellationToken stop)
    {
        actor.RequireResident();
        var words = TextRules.Normalise(typed ?? "");
        if (!TextRules.IsClean(words)) return Refusal.Invalid(new FieldError("Words", "rating-characters"));
        if (TextRules.IsLonger(words, Rating.Longest)) return Refusal.Invalid(new FieldError("Words", "rating-long", ("max", Rating.Longest)));
        var rating = await KeptAsync(db.Ratings, number, stop) ?? throw new NotFoundException();
        rating.Say(words.Length == 0 ? null : words);
        return Result.Ok;
    }

    /// <summary>What was said before; null when nothing was.</summary>
    public Task<Rating?> FindAsync(string number, CancellationToken stop)
    {
        actor.RequireResident();
        return KeptAsync(db.Ratings.AsNoTracking(), number, stop);
    }

    private async Task<Rating?> KeptAsync(IQueryable<Rating> ratings, string number, CancellationToken stop)
    {
        var key = await keys.OfAsync((await MatterAsync(number, stop)).Application, stop);
        return await ratings.FirstOrDefaultAsync(r => r.MatterKey == key, stop);
    }

    private async Task<OwnMatter> MatterAsync(string number, CancellationToken stop) => await matters.FindAsync(number, stop) ?? throw new NotFoundException();
}
