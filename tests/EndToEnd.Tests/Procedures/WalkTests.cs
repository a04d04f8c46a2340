using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Procedures;

/// <summary>The library on a telephone of 320 pixels, the first half; and what holds of all walks.</summary>
public sealed class WalkTests(Chromium chromium, Cities cities) : Walk(chromium, cities), IClassFixture<Cities>
{
    public static TheoryData<string> Library() => [.. Lane(0)];

    [Theory, MemberData(nameof(Library))]
    public Task Can_be_walked_to_the_number(string slug) => WalkAsync(slug, Habits.Telephone);

    [Theory]
    [InlineData("sodai-gomi")]
    [InlineData("hojokin")]
    [InlineData("kaigo-nintei")]
    public Task Can_be_walked_without_scripts(string slug) => WalkAsync(slug, Habits.WithoutScripts with { Width = 320, Height = 640 });

    [Fact]
    public async Task Who_walks_is_who_the_example_names()
    {
        Assert.Subset(Slugs().ToHashSet(), Others.Keys.ToHashSet());
        foreach (var (slug, (account, _)) in Others)
        {
            var answers = await Answers.OfExampleAsync(await City("sqlite"), slug);
            Assert.Equal($"{account}@example.jp", answers.For("email"));
        }
    }
}

/// <summary>The other half.</summary>
public sealed class OtherWalkTests(Chromium chromium, Cities cities) : Walk(chromium, cities), IClassFixture<Cities>
{
    public static TheoryData<string> Library() => [.. Lane(1)];

    [Theory, MemberData(nameof(Library))]
    public Task Can_be_walked_to_the_number(string slug) => WalkAsync(slug, Habits.Telephone);
}
