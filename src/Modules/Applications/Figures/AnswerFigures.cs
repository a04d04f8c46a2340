using System.Text.Json;
using Madoguchi.Kernel.Data;

namespace Madoguchi.Applications.Figures;

/// <summary>How often an option was chosen.</summary>
internal sealed record OptionFigure(string Label, int Count);

/// <summary>What was answered to one question. <c>Numbers</c>: least, median and most of a number; null for other kinds.</summary>
internal sealed record QuestionFigure(string Label, int Answered, IReadOnlyList<OptionFigure> Options, (decimal Least, decimal Median, decimal Most)? Numbers);

/// <summary>回答の集計: what the matters of a procedure answered, question by question. One matter is in memory at a time.</summary>
internal sealed class AnswerFigures(Database database, IProcedures procedures, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The newest of a procedure; more would keep the page waiting.</summary>
    public const int Most = 10_000;

    /// <exception cref="NotFoundException">Unknown, or of a division whose matters the actor may not see.</exception>
    public ProcedureEdition EditionOf(string slug)
    {
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        return actor.May(ApplicationsPermissions.View, edition.Division) ? edition : throw new NotFoundException();
    }

    /// <summary>Those that arrived in the last <paramref name="days"/> days.</summary>
    public async Task<(int Matters, IReadOnlyList<QuestionFigure> Questions)> RunAsync(string slug, int days, CancellationToken stop)
    {
        var tally = new AnswerTally(EditionOf(slug));
        var scope = MatterScope.Of(actor).Divisions;
        await using var command = await database.CommandAsync(
            $"select answers, division from applications_applications where procedure = @procedure and arrived_at >= @since order by arrived_at desc limit {Most}", stop);
        command.With("@procedure", slug).With("@since", clock.Now().AddDays(-days));
        await using (var rows = await command.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop))
                if (scope is null || scope.Contains(rows.GetString(1)))
                    using (var answers = JsonDocument.Parse(rows.GetString(0))) tally.Add(answers.RootElement);
        audit.Viewed("applications", "answers", new { Procedure = slug, Days = days, tally.Matters });
        return (tally.Matters, tally.Figures());
    }
}
