using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.LifeEvents;

namespace Procedures.Tests.LifeEvents;

/// <summary>The seven files as they ship.</summary>
public sealed class LifeEventFilesTests
{
    public static TheoryData<string> Slugs => [.. LifeFiles.Slugs];

    [Fact]
    public void Seven_life_events_ship() =>
        Assert.Equal(["hikkoshi", "kaigo", "kekkon-rikon", "okuyami", "saigai", "shussan", "taishoku"], LifeFiles.Slugs);

    [Fact]
    public void The_offices_have_no_fault() => Assert.Empty(Offices.Read(LifeFiles.Vocabulary).Faults);

    [Theory, MemberData(nameof(Slugs))]
    public void A_file_has_no_fault(string slug) => Assert.Empty(LifeFiles.Faults(slug).Found);

    [Theory, MemberData(nameof(Slugs))]
    public void No_answers_lead_to_nothing_and_every_rule_can_apply(string slug)
    {
        var life = LifeFiles.Event(slug);
        Assert.Empty(CoverageWords.Of(slug, life, new Coverage(life, LifeFiles.Day).Run()));
    }

    [Theory, MemberData(nameof(Slugs))]
    public void A_family_is_asked_ten_questions_at_most(string slug) => Assert.InRange(LifeFiles.Event(slug).Questions.Count, 1, 10);

    [Theory, MemberData(nameof(Slugs))]
    public void Every_office_of_the_vocabulary_and_every_step_reads_in_three_languages(string slug)
    {
        foreach (var step in LifeFiles.Event(slug).Steps)
            foreach (var language in Languages.All)
            {
                Assert.False(step.Why.In(language).IsEmpty);
                Assert.False((step.Procedure?.Title ?? step.Elsewhere!.Title).In(language).IsEmpty);
            }
    }
}
