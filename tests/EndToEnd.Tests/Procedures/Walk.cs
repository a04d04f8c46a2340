using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests.Procedures;

/// <summary>
/// A procedure of the library with its own example, from its page past the sign-in and through every page of questions to the number;
/// each page on the way is looked at. In a city of its own: a household has one place in a class.
/// </summary>
public abstract class Walk(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    /// <summary>Whose example is not Hanako's, and why.</summary>
    protected static readonly IReadOnlyDictionary<string, (string Account, string Why)> Others = new Dictionary<string, (string, string)>
    {
        ["doro-senyo"] = ("builder", "a company sets up the scaffold"),
        ["risai-shomei"] = ("taro", "the house of an elderly couple was flooded"),
    };

    /// <summary>Every file of the library, in two lanes: one for each core.</summary>
    protected static IReadOnlyList<string> Lane(int lane) => [.. Slugs().Where((_, at) => at % 2 == lane)];

    protected static IEnumerable<string> Slugs() =>
        System.IO.Directory.GetFiles(Repository.File("library"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    private protected async Task WalkAsync(string slug, Habits habits)
    {
        var city = await City("sqlite");
        var account = Others.TryGetValue(slug, out var other) ? other.Account : "hanako";
        var resident = await Someone("sqlite", habits with { Strict = true });
        var number = await resident.AppliesAsync(slug, account, await Answers.OfExampleAsync(city, slug));
        Assert.EndsWith($"/my/applications/{number}", new Uri(resident.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await KeptAnswers.ShouldBeTheExampleAsync(city, slug, account, number);
    }
}
