using Madoguchi.Procedures.Search.Missed;

namespace Procedures.Tests.Searching.Missed;

/// <summary>What of a search may be kept: docs/search.md.</summary>
public sealed class SearchedWordsTests
{
    [Theory]
    [InlineData("  熱気球　に\n乗る ", "熱気球 に 乗る")]
    [InlineData("ＰＴＡ　会費", "pta 会費")]
    [InlineData("ﾍﾞﾋﾞｰｶｰ", "ベビーカー")]
    [InlineData("お子さんの預かり", "お子さんの預かり")]
    [InlineData("お客様窓口", "お客様窓口")]
    [InlineData("令和8年度の健診", "令和8年度の健診")]
    [InlineData("3歳児 100円", "3歳児 100円")]
    [InlineData("車の様式", "車の様式")]
    public void Words_are_kept_as_people_write_them(string typed, string kept) => Assert.Equal(kept, SearchedWords.Keep(typed));

    [Theory]
    [InlineData("1234")]
    [InlineData("０９０ １２３４ ５６７８")]
    [InlineData("12-34")]
    [InlineData("一二三四")]
    [InlineData("hanako@example.jp")]
    [InlineData("https://example.jp/x")]
    [InlineData("みどり町3丁目")]
    [InlineData("本町1-2")]
    [InlineData("コーポ5号室")]
    [InlineData("昭和52年生まれ")]
    [InlineData("S52.3.1")]
    [InlineData("3月4日生")]
    [InlineData("田中さん")]
    [InlineData("田中花子様の書類")]
    [InlineData("佐々木くんの届")]
    [InlineData("mr. tanaka")]
    public void What_looks_like_somebodys_data_is_not_kept(string typed) => Assert.Null(SearchedWords.Keep(typed));

    [Fact]
    public void Nor_what_is_too_long_or_no_word()
    {
        Assert.Equal(60, SearchedWords.Keep(new string('犬', 60))!.Length);
        Assert.Null(SearchedWords.Keep(new string('犬', 61)));
        Assert.Null(SearchedWords.Keep(" !?。🐶 "));
    }
}
