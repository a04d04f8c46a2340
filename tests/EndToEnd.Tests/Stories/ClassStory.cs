using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Stories;

/// <summary>子育て講座: booked at once, without an approval; on a small telephone, by keyboard, in other languages.</summary>
public sealed class ClassStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const string Slug = "kosodate-koza";

    [Theory, ClassData(typeof(Databases))]
    public Task On_a_telephone_of_320_pixels(string database) => Tell(database, Habits.Telephone, "hanako", "アオバ");

    [Theory, ClassData(typeof(Databases))]
    public Task By_keyboard_alone(string database) => Tell(database, Habits.KeyboardOnly, "taro", "ワタナベ");

    [Theory]
    [InlineData("/en", "kana", "コマツ", "Your place is confirmed", "en")]
    [InlineData("/ja-easy", "proxy", "タカハシ", "", "ja")]
    public async Task In_another_language(string language, string account, string kana, string confirmed, string lang)
    {
        var parent = await Someone("sqlite");
        var number = await parent.AppliesAsync(Slug, account, await AnswersOf("sqlite", kana), language);
        Assert.StartsWith($"{language}/my/applications/{number}", parent.Path, StringComparison.Ordinal);
        Assert.Equal(lang, await parent.Page.Locator("html").GetAttributeAsync("lang"));
        await parent.SeesAsync(confirmed);
        await parent.GoAsync(language + "/my");
        await parent.PressAsync(parent.Page.Locator($"main a[href='{language}/my/applications/{number}']").First);
    }

    private async Task Tell(string database, Habits habits, string account, string kana)
    {
        var parent = await Someone(database, habits);
        var number = await parent.AppliesAsync(Slug, account, await AnswersOf(database, kana));
        await parent.SeesAsync("受け付けました");
        await parent.SeesAsync("参加が決まっています");

        var clerk = await Officer(database, "clerk", habits);
        await clerk.OpensAsync(number, number);
        await clerk.PressAsync("担当になって審査を始める");
        await clerk.PressAsync("「参加」で完了にする");
        await clerk.FillAsync("result.attended", "true");
        await clerk.PressAsync(clerk.Page.Locator("main form.staff-column button"));
        await clerk.SeesAsync("完了にしました");

        await parent.GoAsync($"/my/applications/{number}");
        await parent.SeesAsync("完了");
    }

    private async Task<Answers> AnswersOf(string database, string kana) => await Answers.OfExampleAsync(await City(database), Slug, example =>
    {
        example["applicant"]!["familyKana"] = kana;
    });
}
