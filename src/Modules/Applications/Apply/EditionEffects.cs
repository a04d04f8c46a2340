using System.Text.Json.Nodes;
using Madoguchi.Applications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Apply;

/// <summary>Counts what a new edition meets, by one bounded query each, and carries the saved forms over as going on with them would.</summary>
internal sealed class EditionEffects(ApplicationsDb db, IProcedures procedures) : IEditionEffects
{
    private const int MostMatters = 5000;
    private const int MostForms = 1000;

    public async Task<EditionEffect> OfAsync(string division, ProcedureEdition now, Form next, CancellationToken stop)
    {
        var slug = now.Slug;
        // The newest of the division by its index: no list of all matters is read for a number.
        var newest = await db.All.AsNoTracking().Where(a => a.Division == division).OrderByDescending(a => a.ArrivedAt).ThenByDescending(a => a.Id).Take(MostMatters)
            .Select(a => new { a.Procedure, a.ProcedureEdition, a.Status }).ToListAsync(stop);
        var open = newest.Where(a => a.Procedure == slug && a.Status is ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested or ApplicationStatus.AwaitingDecision);
        var forms = await db.SavedForms.AsNoTracking().Where(f => f.Procedure == slug && f.SubmittedAs == null).OrderByDescending(f => f.Id).Take(MostForms)
            .Select(f => new { f.ProcedureEdition, f.Answers }).ToListAsync(stop);

        var tally = new Tally(now, next);
        foreach (var form in forms) tally.Add(procedures.Edition(slug, form.ProcedureEdition)?.Form, JsonNode.Parse(form.Answers)!.AsObject());
        return new EditionEffect(
            [.. open.GroupBy(a => a.ProcedureEdition).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()))], newest.Count < MostMatters,
            forms.Count, forms.Count < MostForms,
            [.. FormChanges.Between(now.Form, next, Language.Ja).Where(c => c.Kind == FormChange.Added).Select(c => c.Label.ToString())], tally.Again, tally.Dropped);
    }

    private sealed class Tally(ProcedureEdition now, Form next)
    {
        private readonly Dictionary<string, int> again = [];
        private readonly Dictionary<string, int> dropped = [];

        public IReadOnlyList<(string, int)> Again => [.. again.Select(a => (a.Key, a.Value))];

        public IReadOnlyList<(string, int)> Dropped => [.. dropped.Select(d => (d.Key, d.Value))];

        public void Add(Form? before, JsonObject answers)
        {
            var form = before ?? now.Form;
            var had = answers.Select(a => a.Key).Where(k => form.Question(k) is not null).ToList();
            CarryAnswers.Into(next, form, answers);
            foreach (var key in had)
            {
                if (next.Question(key) is not { } asked) Count(dropped, form.Question(key)!);
                else if (!answers.ContainsKey(key) || !Fits(asked, answers[key])) Count(again, asked);
            }
        }

        // An option that is gone is chosen anew.
        private static bool Fits(Question asked, JsonNode? answer) => asked.Options.Count == 0 || answer switch
        {
            JsonValue one => asked.Options.Any(o => o.Code == one.ToString()) || (asked.Other && one.ToString() == "other"),
            JsonArray many => many.All(m => m is not null && asked.Options.Any(o => o.Code == m.ToString())),
            _ => true,
        };

        private static void Count(Dictionary<string, int> counts, Question question)
        {
            var label = question.Label.Ja;
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }
    }
}
