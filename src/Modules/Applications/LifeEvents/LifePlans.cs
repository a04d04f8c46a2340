using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Applications.LifeEvents;

/// <summary>Keeps the answers about a life event under an address, and gives what they carry into the form of a procedure.</summary>
[Anyone]
internal sealed class LifePlans(ApplicationsDb db, Database database, ILifeEvents events, TimeProvider clock)
{
    /// <param name="answers">As the questions accepted them.</param>
    public LifePlan Keep(LifeEvent life, string answers)
    {
        var plan = new LifePlan { Id = Guid.NewGuid(), LifeEvent = life.Slug, Answers = answers, CreatedAt = clock.Now() };
        database.Append(plan);
        return plan;
    }

    /// <summary>The kept answers, or null.</summary>
    public Task<LifePlan?> FindAsync(Guid id, CancellationToken stop) => db.LifePlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop);

    /// <summary>What there is to do after these answers today; null when the questions have changed since and do not take them any more.</summary>
    public LifeEventPlan? StepsOf(LifePlan plan, Language language)
    {
        using var answers = JsonDocument.Parse(plan.Answers);
        return events.Plan(plan.LifeEvent, answers.RootElement, clock.Today(), language) is { Valid: true } steps ? steps : null;
    }

    /// <summary>Answers for the form of this procedure; empty when the plan does not lead there.</summary>
    public async Task<JsonObject> CarriedAsync(Guid id, string procedure, CancellationToken stop) =>
        await FindAsync(id, stop) is { } plan && StepsOf(plan, Language.Ja)?.Steps.FirstOrDefault(s => s.Procedure?.Slug == procedure) is { } step
            ? step.Carried.DeepClone().AsObject() : [];
}

/// <summary>Lists vanish after 180 days; the page says so.</summary>
internal sealed class LifePlanSweep(CityStore store, TimeProvider clock, ILogger<LifePlanSweep> log)
    : Sweep(store, clock, log, TimeSpan.FromDays(180), "delete from applications_life_plans where created_at < @before");
