using System.Text.Json;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.LifeEvents;

/// <summary>What families have to do, in order and by when, as the law and the practice of the counters say.</summary>
public sealed class HouseholdTests
{
    private static readonly Lazy<IReadOnlyList<Household>> All = new(() => [.. System.IO.Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)]);

    public static TheoryData<string> Names => [.. All.Value.Select(h => h.ToString())];

    [Fact]
    public void Sixty_households_and_more_stand_for_the_city() => Assert.InRange(All.Value.Count, 60, 500);

    [Fact]
    public void Every_step_of_every_life_event_is_met_by_some_household() => Assert.Empty(
        LifeFiles.Slugs.SelectMany(slug => LifeFiles.Event(slug).Steps.Select(s => $"{slug} {s.Id}")).Except(All.Value.SelectMany(h => h.Expected.Select(e => $"{h.Event} {e.Split(' ')[0]}"))));

    [Theory, MemberData(nameof(Names))]
    public void A_household_learns_what_to_do(string name)
    {
        var household = All.Value.Single(h => h.ToString() == name);
        var plan = household.Plan();
        Assert.True(plan.Valid, plan.Errors.Listed());
        Assert.Equal(household.Expected, plan.Steps.Select(s => s.Deadline?.Day is { } day ? $"{s.Id} {day:yyyy-MM-dd}" : s.Id));
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_carried_is_accepted_by_the_form_it_goes_to(string name)
    {
        var household = All.Value.Single(h => h.ToString() == name);
        foreach (var step in household.Plan().Steps.Where(s => s.Carried.Count > 0))
        {
            using var carried = JsonDocument.Parse(step.Carried.ToJsonString());
            var judged = step.Procedure!.Form.Validate(carried.RootElement, household.Today);
            Assert.Null(judged.Exit);
            Assert.DoesNotContain(judged.Errors, e => step.Carried.ContainsKey(e.Field));
        }
    }

    private static string Folder => Path.Combine(LibraryFiles.Folder(), "../tests/Procedures.Tests/LifeEvents/Households");

    private static IEnumerable<Household> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var item in json.RootElement.EnumerateArray())
            yield return new Household(
                Path.GetFileNameWithoutExtension(file), item.GetProperty("name").GetString()!, DateOnly.Parse(item.GetProperty("today").GetString()!),
                item.GetProperty("answers").Clone(), [.. item.GetProperty("expected").EnumerateArray().Select(e => e.GetString()!)]);
    }

    private sealed record Household(string Event, string Name, DateOnly Today, JsonElement Answers, IReadOnlyList<string> Expected)
    {
        public LifeEventPlan Plan() => LifeFiles.Event(Event).Plan(Answers.GetRawText(), Today);

        public override string ToString() => $"{Event}: {Name}";
    }
}
