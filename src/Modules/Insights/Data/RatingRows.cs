using Madoguchi.Insights.Domain;

namespace Madoguchi.Insights.Data;

/// <summary>Keeps an answer, however often and from however many windows it is given.</summary>
internal static class RatingRows
{
    public static Task KeepAsync(Database database, Rating rating, CancellationToken stop) => database.ScalarAsync(
        """
        insert into insights_ratings (id, matter_key, procedure, edition, day, channel, score)
        values (@id, @matter_key, @procedure, @edition, @day, @channel, @score)
        on conflict (matter_key) do update set score = excluded.score
        """,
        stop, ("@id", rating.Id), ("@matter_key", rating.MatterKey), ("@procedure", rating.Procedure), ("@edition", rating.Edition),
        ("@day", rating.Day), ("@channel", rating.Channel), ("@score", rating.Score));
}
