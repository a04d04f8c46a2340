using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Stories;

/// <summary>入力の途中でログインが切れる: the browser was away for the night, the form goes on where it was.</summary>
public sealed class InterruptedStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Whoever_signs_in_again_finds_what_they_had_typed(bool scripts)
    {
        var builder = await Resident("sqlite", "builder", scripts ? Habits.Telephone with { Strict = true } : Habits.WithoutScripts);
        await builder.GoAsync("/apply/begin/doro-senyo");
        await builder.PressAsync(builder.Page.Locator("main form button[type=submit]").First);
        await builder.FillAsync("category", "change");
        await PressesNextAsync(builder);
        await builder.FillAsync("previousNumber", "途中まで書いた");
        var page = builder.Path.Split('?')[0];

        await builder.Page.Context.ClearCookiesAsync();
        await PressesNextAsync(builder);
        await builder.SeesAsync("ログインの時間が切れました");
        await builder.PressAsync(builder.Page.Locator("main button[name=account][value=builder]"));
        Assert.Equal(page + "?resumed=kept", builder.Path);
        await builder.SeesAsync("入力した内容を戻しました");
        Assert.Equal("途中まで書いた", await builder.ValueOf("previousNumber"));
    }

    private static Task PressesNextAsync(Person person) => person.PressAsync(person.Page.Locator("main button[name=act][value=next]:not([aria-hidden])"));
}
