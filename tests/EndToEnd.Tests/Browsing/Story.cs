using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests.Browsing;

/// <summary>People at browsers before one city hall. When the story fails, the last page of each is kept in artifacts/test.</summary>
public abstract class Story(Chromium chromium, Cities cities) : IAsyncDisposable
{
    private readonly List<Person> people = [];

    protected Task<DemoCity> City(string database) => cities.On(database);

    protected async Task<Person> Someone(string database, Habits? habits = null) => await SomeoneAt(await City(database), (habits ?? Habits.Usual).On(database));

    /// <summary>Somebody at a city of the story's own.</summary>
    protected async Task<Person> SomeoneAt(DemoCity city, Habits? habits = null)
    {
        var person = await Person.SitDownAsync(chromium.Browser, city.Caller().BaseAddress!, habits ?? Habits.Usual);
        people.Add(person);
        return person;
    }

    protected async Task<Person> Resident(string database, string account, Habits? habits = null, string language = "")
    {
        var person = await Someone(database, habits);
        await person.GoAsync(language + "/sign-in");
        await person.PressAsync(person.Page.Locator($"main button[name=account][value={account}]"));
        return person;
    }

    protected async Task<Person> Officer(string database, string account, Habits? habits = null) => await OfficerAt(await City(database), account, (habits ?? Habits.Usual).On(database));

    protected async Task<Person> OfficerAt(DemoCity city, string account, Habits? habits = null)
    {
        var person = await SomeoneAt(city, habits);
        await person.GoAsync("/staff/sign-in");
        await person.PressAsync(person.Page.Locator($"main button[name=account][value={account}]"));
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (person, at) in people.Select((p, i) => (p, i)))
        {
            if (failed && !person.Page.IsClosed) await person.Page.ScreenshotAsync(new() { Path = Repository.File("artifacts", "test", $"{TestContext.Current.TestMethod?.MethodName}-{TestContext.Current.Test?.UniqueID[..6]}-{at}.png"), FullPage = true });
            await person.DisposeAsync();
        }
    }
}
