using Madoguchi.Kernel.Text;

namespace Kernel.Tests.Text;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("　髙橋 𠮷子 ", "髙橋 𠮷子")]
    [InlineData("渡邉󠄂", "渡邉󠄂")]
    [InlineData("か\u3099", "が")]
    [InlineData("神谷\uFA19", "神谷\uFA19")]
    [InlineData("一\r\n二\r三", "一\n二\n三")]
    [InlineData("a\u0007b\u200Bc\u202Ed", "abcd")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    public void What_is_typed_is_made_regular_and_names_stay(string typed, string expected) =>
        Assert.Equal(expected, TextRules.Normalise(typed));

    [Fact]
    public void What_is_passed_unchanged_is_what_normalising_would_not_change()
    {
        var changed = Enumerable.Range(' ', 0xFFFE - ' ').Select(c => (char)c).Where(c => !char.IsSurrogate(c))
            .Select(c => $"か{c}は").Where(t => TextRules.Normalise(t) == t && !t.IsNormalized() && !t.Any(c => c is >= '\uF900' and <= '\uFAFF'));
        Assert.Empty(changed);
        Assert.Equal("が", TextRules.Normalise("か\u3099"));
    }

    [Fact]
    public void Normalising_broken_text_does_not_throw() => Assert.Equal("a\ud800", TextRules.Normalise(" a\ud800 "));

    [Theory]
    [InlineData("渡邉󠄂 𠮷子\n二行目\tタブ", true)]
    [InlineData("一\r\n二", true)]
    [InlineData("一\r二", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\u001bb", false)]
    [InlineData("a\u0085b", false)]
    [InlineData("a\uffff", false)]
    public void Control_characters_and_half_characters_are_not_clean(string text, bool clean) =>
        Assert.Equal(clean, TextRules.IsClean(text));

    // Not as InlineData: attributes are kept as UTF-8, which has no half characters.
    [Fact]
    public void Half_a_surrogate_pair_is_not_clean()
    {
        Assert.False(TextRules.IsClean("a\ud800"));
        Assert.False(TextRules.IsClean("\udc00a"));
        Assert.False(TextRules.IsClean("\udc00\ud800"));
        Assert.True(TextRules.IsClean("\ud842\udfb7"));
    }

    [Fact]
    public void What_no_normalisation_takes_is_left_out_and_never_thrown_at()
    {
        Assert.Equal("ア1年", TextRules.Compatible("ｱ\uFFFE１年"));
        Assert.False(TextRules.IsClean("a\uFFFE"));
        Assert.Equal("a\uFFFE", TextRules.Normalise(" a\uFFFE "));
        Assert.False(Madoguchi.Kernel.Time.JapaneseDate.TryParse("\uFFFE", out _));
        Assert.Empty(Madoguchi.Kernel.Search.SearchTokens.Of("\uFFFE"));
    }

    [Theory]
    [InlineData("渡邉󠄂", 2)]
    [InlineData("𠮷子", 2)]
    [InlineData("👨‍👩‍👧", 1)]
    [InlineData("", 0)]
    public void Length_counts_what_people_see(string text, int length) => Assert.Equal(length, TextRules.Length(text));

    [Theory]
    [InlineData("０００−１２３４−５６７８", "00012345678")]
    [InlineData("(000) 1234-5678", "00012345678")]
    [InlineData("０００ー０００１", "0000001")]
    [InlineData("12a", "12a")]
    public void Digits_lose_width_and_hyphens(string text, string expected) => Assert.Equal(expected, TextRules.Digits(text));

    [Theory]
    [InlineData("たかはし よしこ", "タカハシ ヨシコ")]
    [InlineData("ﾀﾞｲｺﾞ", "ダイゴ")]
    [InlineData("ゔぃとん", "ヴィトン")]
    [InlineData("オ-ノ", "オーノ")]
    [InlineData("高橋", "高橋")]
    public void Kana_become_katakana(string text, string expected) => Assert.Equal(expected, TextRules.Katakana(text));

    [Theory]
    [InlineData("タカハシ　ヨシコ", "ﾀｶﾊｼ ﾖｼｺ")]
    [InlineData("だいごぱんだ", "ﾀﾞｲｺﾞﾊﾟﾝﾀﾞ")]
    [InlineData("キョウトショッピー", "ｷﾖｳﾄｼﾖﾂﾋﾟ-")]
    [InlineData("ヲ・ヴ", "ｵ.ｳﾞ")]
    [InlineData("カ）ミナト", "ｶ)ﾐﾅﾄ")]
    [InlineData("ａｂｃ１２", "ABC12")]
    public void Account_holders_are_written_as_banks_do(string text, string expected)
    {
        Assert.Equal(expected, TextRules.HalfKana(text));
        Assert.True(TextRules.IsHalfKana(expected));
    }

    [Fact]
    public void Kanji_are_no_bank_name() => Assert.False(TextRules.IsHalfKana(TextRules.HalfKana("高橋")));
}
