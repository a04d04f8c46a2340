using System.Text.Json.Nodes;
using Madoguchi.Studio.Editing;
using Madoguchi.Testing;

namespace Studio.Tests;

/// <summary>How an answer must be written, said in pieces.</summary>
public sealed class FormatTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task The_shape_of_a_text_is_put_together_from_pieces()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("形のアンケート", "カタチノアンケート");
        var home = clerk.Home();
        var number = (await clerk.AskAsync("受給者番号", "text", home)).Question();
        await clerk.Fill(("pattern.regex[0].kind", "upper"), ("pattern.regex[0].least", "2"), ("pattern.regex[0].most", "2"), ("pattern.regex[1].kind", "fixed"), ("pattern.regex[1].text", "-"),
            ("pattern.regex[2].kind", "digits"), ("pattern.regex[2].least", "4"), ("pattern.regex[2].most", "6")).PressAsync("保存する");
        Assert.Equal(400, clerk.Status);
        await clerk.Fill("pattern.message.ja", "英字2文字、-、数字4から6文字で入力してください。").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal("[A-Z]{2}-[0-9]{4,6}", JsonNode.Parse(draft.Definition)!["form"]!["pages"]![0]!["questions"]![0]!["pattern"]!["regex"]!.ToString());
        Assert.Equal(("upper", "2", "-", "6"), (clerk.ValueOf("pattern.regex[0].kind"), clerk.ValueOf("pattern.regex[0].least"), clerk.ValueOf("pattern.regex[1].text"), clerk.ValueOf("pattern.regex[2].most")));
        Assert.Contains("見本", draft.Definition);
        await clerk.GoAsync($"{home}/edit/question/{number}");
        await clerk.Fill(("pattern.regex[0].drop", "true"), ("pattern.regex[1].drop", "true"), ("pattern.regex[2].drop", "true"), ("pattern.message.ja", "")).PressAsync("保存する");
        Assert.DoesNotContain("pattern", (await city.DraftAsync(clerk.Id())).Definition);
    }

    [Theory]
    [InlineData("[0-9]{4}", 1)]
    [InlineData("[A-Z]{2}-[0-9]{4,6}", 3)]
    [InlineData("第[0-9]{1,3}号", 3)]
    [InlineData("(甲|乙|丙)[0-9]", 2)]
    [InlineData("a\\.b", 1)]
    [InlineData("[0-9]+", 0)]
    [InlineData("(?:a|b)", 0)]
    [InlineData("[0-9", 0)]
    [InlineData("\\d{3}", 0)]
    public void A_pattern_is_taken_apart_where_pieces_can_say_it_and_left_alone_where_not(string regex, int pieces)
    {
        var parts = FormatParts.Show(regex);
        Assert.Equal(pieces, parts?.Count ?? 0);
        if (parts is not null) Assert.Equal(regex, FormatParts.Read(parts));
    }
}
