using System.Net;
using System.Text.Json;
using Madoguchi.Testing;

namespace Procedures.Tests.Searching;

/// <summary>The finder through the city hall: page, suggestions, API.</summary>
public sealed class SearchPageTests(DemoCity city) : IClassFixture<DemoCity>
{
    public static TheoryData<string> Oddities =>
    [
        "", "   ", "\u3000", "'", "\"'><", "'; drop table procedures_editions; --", "<script>alert(1)</script>", "\u202E児童\u202C手当", "🐶🗑️", "{count}{query}", "%00", "!!!", new string('犬', 201), new string('あ', 300),
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Whatever_is_typed_gets_an_answer(string typed)
    {
        using var caller = city.Caller();
        foreach (var path in new[] { "/search", "/en/search", "/ja-easy/search", "/search/suggest", "/api/v1/procedures" })
        {
            var answer = await caller.GetAsync($"{path}?q={Uri.EscapeDataString(typed)}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("%ED%A0%BD")]
    [InlineData("%FF%FE")]
    public async Task Bytes_that_are_no_text_get_an_answer(string bytes)
    {
        using var caller = city.Caller();
        foreach (var path in new[] { "/search", "/search/suggest", "/api/v1/procedures" })
            Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"{path}?q={bytes}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, InlineData("50", 3, true), InlineData("-1", 53, false), InlineData("9999999999", 53, false), InlineData("x", 53, false)]
    public async Task A_long_list_goes_on_where_the_address_says(string from, int shown, bool back)
    {
        var page = await PageAsync($"/search?from={from}");
        Assert.Equal(shown, page.Split("dads-resource__heading").Length - 1);
        Assert.Equal(back, page.Contains("rel=\"prev\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_links_and_widened_again()
    {
        var page = await PageAsync("/search?q=引っ越し");
        Assert.Contains("href=\"/search?q=%E5%BC%95%E3%81%A3%E8%B6%8A%E3%81%97&lifeEvent=elderCare\"", page);
        var narrow = await PageAsync("/search?q=引っ越し&lifeEvent=elderCare");
        Assert.Contains("/procedures/kaigo-tennyu", narrow);
        Assert.DoesNotContain("/procedures/tenshutsu", narrow);
        Assert.Contains("aria-current=\"true\"", narrow);
        Assert.Contains("href=\"/search?q=%E5%BC%95%E3%81%A3%E8%B6%8A%E3%81%97\"", narrow);
    }

    [Theory]
    [InlineData("", "検索した言葉：")]
    [InlineData("/en", "We also looked for:")]
    [InlineData("/ja-easy", "さが")]
    public async Task The_page_says_what_it_took_a_word_for(string prefix, string words)
    {
        var page = await PageAsync(prefix + "/search?q=児童手宛");
        Assert.Contains(words, page);
        Assert.Contains(">児童手当</a>", page);
        Assert.Contains("/procedures/jido-teate-nintei", page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    [InlineData("/ja-easy")]
    public async Task A_page_without_results_helps_on(string prefix)
    {
        var page = await PageAsync(prefix + "/search?q=xyzzyq");
        Assert.Contains($"href=\"{prefix}/search?lifeEvent=birth\"", page);
        Assert.Contains("href=\"tel:", page);
        Assert.DoesNotContain("/procedures/", page);
    }

    [Fact]
    public async Task Suggestions_name_procedures_in_the_language_of_the_page()
    {
        var first = JsonDocument.Parse(await PageAsync("/en/search/suggest?q=粗大")).RootElement.GetProperty("items")[0];
        Assert.Equal("Bulky waste collection", first.GetProperty("title").GetString());
        Assert.Equal("/en/procedures/sodai-gomi", first.GetProperty("href").GetString());
        Assert.Equal(0, JsonDocument.Parse(await PageAsync("/search/suggest?q=")).RootElement.GetProperty("items").GetArrayLength());
    }

    [Theory, InlineData(""), InlineData("/en"), InlineData("/ja-easy")]
    public async Task An_unknown_address_offers_the_search_and_what_comes_near(string language)
    {
        using var caller = city.Caller();
        var answer = await caller.GetAsync(language + "/kurashi/sodai-gomi.html", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"action=\"{language}/search\"", page);
        Assert.Contains("name=\"q\" maxlength=\"200\"", page);
        Assert.Contains($"href=\"{language}/procedures/sodai-gomi\"", page);
    }

    [Fact]
    public async Task The_script_of_the_suggestions_is_served_by_the_city_itself()
    {
        var page = await PageAsync("/");
        var path = page.Split("<script src=\"")[1].Split('"')[0];
        Assert.StartsWith("/assets/suggest.", path);
        Assert.Contains("combobox", await PageAsync(path));
    }

    private async Task<string> PageAsync(string path)
    {
        using var caller = city.Caller();
        var answer = await caller.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
