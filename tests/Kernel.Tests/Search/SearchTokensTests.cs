using Madoguchi.Kernel.Search;

namespace Kernel.Tests.Search;

public sealed class SearchTokensTests
{
    [Theory]
    [InlineData("髙橋 𠮷子", "高橋")]
    [InlineData("髙橋 𠮷子", "吉子")]
    [InlineData("髙橋 𠮷子", "高橋 吉子")]
    [InlineData("髙橋 𠮷子", "高橋吉子")]
    [InlineData("髙橋 𠮷子", "髙橋　𠮷子")]
    [InlineData("髙橋 𠮷子", "吉")]
    [InlineData("渡邉󠄂 一郎", "渡辺")]
    [InlineData("渡邉󠄂 一郎", "渡邊")]
    [InlineData("渡辺 一郎", "渡邉󠄂")]
    [InlineData("山﨑 濵子", "山崎 浜子")]
    [InlineData("齋藤 廣志", "斉藤 広志")]
    [InlineData("佐々木", "佐佐木")]
    [InlineData("タカハシ ヨシコ", "たかはし")]
    [InlineData("ﾀｶﾊｼ ﾖｼｺ", "タカハシ")]
    [InlineData("ガッコウ", "ｶﾞﾂｺｳ")]
    [InlineData("オーノ", "おおの")]
    [InlineData("茅ヶ崎", "茅ケ崎")]
    [InlineData("ＡＢＣ商会", "abc")]
    [InlineData("転入届", "転入")]
    [InlineData("保育所の入所申込", "保育")]
    [InlineData("000-1234-5678", "00012345678")]
    [InlineData("00012345678", "０００ー１２３４ー５６７８")]
    [InlineData("000-1234-5678", "5678")]
    [InlineData("2026-000123-4", "20260001234")]
    [InlineData("1990-04-05", "平成2年4月5日")]
    [InlineData("1990-04-05", "H2.4.5")]
    [InlineData("1990-04-05", "19900405")]
    public void Is_found(string stored, string asked) => Assert.True(Finds(stored, asked));

    [Theory]
    [InlineData("髙橋 𠮷子", "高木")]
    [InlineData("髙橋 𠮷子", "橋高")]
    [InlineData("転入届", "転出")]
    [InlineData("1990-04-05", "平成2年5月4日")]
    [InlineData("000-1234-5678", "000-1234-5679")]
    [InlineData("東町12", "東町1")]
    public void Is_not_found(string stored, string asked) => Assert.False(Finds(stored, asked));

    [Fact]
    public void Tokens_are_single_characters_and_pairs() =>
        Assert.Equal(["転", "入", "転入", "届", "入届"], SearchTokens.Of("転入届"));

    [Fact]
    public void Signs_and_odd_input_give_no_tokens()
    {
        Assert.Empty(SearchTokens.Of(" 「」、。-- \ud800 "));
        Assert.Empty(SearchTokens.Of(""));
        Assert.Equal("", SearchTokens.Line(null, ""));
    }

    [Fact]
    public void A_line_holds_every_token_once() =>
        Assert.Equal("山 田 山田", SearchTokens.Line("山田", "山田"));

    private static bool Finds(string stored, string asked)
    {
        var line = SearchTokens.Line(stored).Split(' ').ToHashSet();
        var tokens = SearchTokens.Of(asked);
        return tokens.Count > 0 && tokens.All(line.Contains);
    }
}
