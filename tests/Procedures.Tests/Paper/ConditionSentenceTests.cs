using System.Text.Json;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Domain.Sentences;

namespace Procedures.Tests.Paper;

/// <summary>Every operator as a sentence people understand.</summary>
public sealed class ConditionSentenceTests
{
    private const string Questions = """
        [{"id":"spouse","type":"yesNo","label":"配偶者","yes":"いる","no":"いない"},
         {"id":"kind","type":"choice","label":"区分","options":[{"code":"a","label":"新規"},{"code":"b","label":"変更"},{"code":"c","label":"更新"}]},
         {"id":"topics","type":"choices","label":"用件","options":[{"code":"dog","label":"犬"},{"code":"cat","label":"猫"}]},
         {"id":"n","type":"number","label":"人数"},
         {"id":"m","type":"number","label":"台数"},
         {"id":"day","type":"date","label":"始める日"},
         {"id":"stay","type":"period","label":"滞在"},
         {"id":"word","type":"text","label":"ことば"},
         {"id":"who","type":"name","label":"申請者"},
         {"id":"paper","type":"file","label":"写真"},
         {"id":"true","type":"declaration","label":"誓約"},
         {"id":"children","type":"group","label":"児童たち","itemLabel":"児童","questions":[{"id":"birth","type":"date","label":"生年月日"},{"id":"apart","type":"yesNo","label":"別居"},{"id":"age","type":"number","label":"年"}],
          "computed":[{"id":"grown","label":"成人","value":{"gte":["$age",18]}}]}]
        """;

    private const string Computed = """[{"id":"many","label":"多い","value":{"gt":["$n",3]}},{"id":"total","label":"合計","value":{"add":["$n","$m"]}}]""";

    [Theory]
    [InlineData("""{"eq":["$spouse",true]}""", "「配偶者」が「いる」のとき")]
    [InlineData("""{"ne":["$spouse",true]}""", "「配偶者」が「いる」以外のとき")]
    [InlineData("\"$spouse\"", "「配偶者」が「いる」のとき")]
    [InlineData("""{"not":"$spouse"}""", "「配偶者」が「いない」のとき")]
    [InlineData("true", "どの場合も同じのとき")]
    [InlineData("""{"not":true}""", "当てはまる場合がないとき")]
    [InlineData("\"$true\"", "「誓約」に印があるとき")]
    [InlineData("""{"eq":["$kind","a"]}""", "「区分」が「新規」のとき")]
    [InlineData("""{"eq":["$n",3]}""", "「人数」が3のとき")]
    [InlineData("""{"eq":["$word","$who.family"]}""", "「ことば」が「申請者」の氏のとき")]
    [InlineData("""{"lt":["$n",3]}""", "「人数」が3未満のとき")]
    [InlineData("""{"lte":["$n",3]}""", "「人数」が3以下のとき")]
    [InlineData("""{"gt":["$n",3]}""", "「人数」が3より大きい数のとき")]
    [InlineData("""{"gte":["$n",3]}""", "「人数」が3以上のとき")]
    [InlineData("""{"lt":["$day","@today"]}""", "「始める日」が提出する日より前のとき")]
    [InlineData("""{"lte":["$day","@-18y"]}""", "「始める日」が提出する日の18年前の日以前のとき")]
    [InlineData("""{"gt":["$stay.from","2026-04-01"]}""", "「滞在」の始まりの日が令和8年4月1日より後のとき")]
    [InlineData("""{"gte":["$day",{"addDays":["$stay.to",3]}]}""", "「始める日」が「滞在」の終わりの日の3日後以後のとき")]
    [InlineData("""{"not":{"gte":["$n",3]}}""", "「人数」が3以上ではないとき")]
    [InlineData("""{"between":["$n",1,"$values.most"]}""", "「人数」が1から9までのとき")]
    [InlineData("""{"not":{"between":["$n",1,2]}}""", "「人数」が1から2までの間にないとき")]
    [InlineData("""{"in":["$kind",["a","b"]]}""", "「区分」が「新規」、「変更」のどれかのとき")]
    [InlineData("""{"in":["$kind",["a"]]}""", "「区分」が「新規」のとき")]
    [InlineData("""{"not":{"in":["$kind",["a","b"]]}}""", "「区分」が「新規」、「変更」のどれでもないとき")]
    [InlineData("""{"includes":["$topics","dog"]}""", "「用件」の「犬」に印があるとき")]
    [InlineData("""{"not":{"includes":["$topics","dog"]}}""", "「用件」の「犬」に印がないとき")]
    [InlineData("""{"matches":["$word","[A-Z]+"]}""", "「ことば」が決められた書き方のとき")]
    [InlineData("""{"exists":"$word"}""", "「ことば」に記入があるとき")]
    [InlineData("""{"not":{"exists":"$word"}}""", "「ことば」に記入がないとき")]
    [InlineData("""{"exists":"$paper"}""", "「写真」の添付があるとき")]
    [InlineData("""{"and":[{"eq":["$kind","a"]},{"exists":"$word"},{"lt":["$n",3]}]}""", "「区分」が「新規」で、「ことば」に記入があり、「人数」が3未満のとき")]
    [InlineData("""{"or":[{"eq":["$kind","a"]},{"exists":"$word"}]}""", "「区分」が「新規」か、「ことば」に記入があるとき")]
    [InlineData("""{"and":[{"or":[{"eq":["$kind","a"]},{"eq":["$kind","b"]}]},{"exists":"$word"}]}""", "（「区分」が「新規」か、「区分」が「変更」）で、「ことば」に記入があるとき")]
    [InlineData("""{"not":{"or":[{"eq":["$kind","a"]},{"exists":"$word"}]}}""", "「区分」が「新規」以外で、「ことば」に記入がないとき")]
    [InlineData("""{"if":["$spouse",{"eq":["$kind","a"]},{"eq":["$kind","b"]}]}""", "（「配偶者」が「いる」で、「区分」が「新規」）か、（「配偶者」が「いない」で、「区分」が「変更」）のとき")]
    [InlineData("""{"any":"children","where":"$apart"}""", "「児童」の中に、「別居」が「はい」のものがあるとき")]
    [InlineData("""{"not":{"any":"children","where":"$grown"}}""", "「児童」の中に、「年」が18以上のものがないとき")]
    [InlineData("""{"all":"children","where":{"gt":["$age",3]}}""", "「児童」のどれも、「年」が3より大きい数のとき")]
    [InlineData("""{"not":{"all":"children","where":"$apart"}}""", "「児童」の中に、「別居」が「いいえ」のものがあるとき")]
    [InlineData("\"$many\"", "「人数」が3より大きい数のとき")]
    [InlineData("""{"eq":["$many",false]}""", "「人数」が3より大きい数ではないとき")]
    [InlineData("""{"gt":["$total",5]}""", "「合計」が5より大きい数のとき")]
    public void A_condition_is_a_sentence(string condition, string expected) => Assert.Equal(expected, Say(condition));

    [Theory]
    [InlineData("""{"count":"children"}""", "「児童」の数")]
    [InlineData("""{"count":"children","where":"$apart"}""", "「児童」のうち「別居」が「はい」のものの数")]
    [InlineData("""{"count":"$paper"}""", "「写真」の数")]
    [InlineData("""{"sum":"children","of":"$age"}""", "「児童」の「年」の合計")]
    [InlineData("""{"add":["$n","$m",1]}""", "「人数」と「台数」の合計と1の合計")]
    [InlineData("""{"subtract":["$n","$m"]}""", "「人数」から「台数」を引いた数")]
    [InlineData("""{"multiply":["$n",2]}""", "「人数」に2を掛けた数")]
    [InlineData("""{"min":["$n","$m"]}""", "「人数」と「台数」の小さいほう")]
    [InlineData("""{"max":["$n","$m"]}""", "「人数」と「台数」の大きいほう")]
    [InlineData("""{"divide":["$n",2,"down"]}""", "「人数」を2で割った数（端数切捨て）")]
    [InlineData("""{"round":["$n","halfUp"]}""", "「人数」（四捨五入）")]
    [InlineData("""{"coalesce":["$n","$m"]}""", "「人数」（記入がなければ「台数」）")]
    [InlineData("""{"length":"$word"}""", "「ことば」の文字数")]
    [InlineData("""{"age":["$day","@today"]}""", "提出する日の年齢（「始める日」から数える）")]
    [InlineData("""{"months":["$day","@today"]}""", "「始める日」から提出する日までの月数")]
    [InlineData("""{"days":["$day","@+3m"]}""", "「始める日」から提出する日の3か月後の日までの日数")]
    [InlineData("""{"if":["$spouse","$n",0]}""", "「配偶者」が「いる」のときは「人数」、そうでなければ0")]
    public void A_number_is_put_into_words(string number, string expected) =>
        Assert.Equal(expected + "が7のとき", Say($$"""{"eq":[{{number}},7]}"""));

    [Theory]
    [InlineData("""{"dayReaching":["$day",18]}""", "「始める日」から数えて18歳に達する日")]
    [InlineData("""{"fiscalYearEndAfter":["$day",18]}""", "「始める日」から数えて18歳に達した後の最初の3月31日")]
    [InlineData("""{"addMonths":["$day",2]}""", "「始める日」の2か月後")]
    [InlineData("""{"firstOfMonth":"$day"}""", "「始める日」の月の1日")]
    [InlineData("""{"sessionDate":"$kind"}""", "「区分」の日")]
    public void A_date_is_put_into_words(string date, string expected) => Assert.Equal(expected + "が提出する日より前のとき", Say($$"""{"lt":[{{date}},"@today"]}"""));

    [Theory]
    [InlineData("""{"concat":["$word","x"]}""", "「ことば」と「x」をつないだもの")]
    [InlineData("""{"plainKana":"$who.familyKana"}""", "「申請者」の氏のフリガナの読み")]
    public void A_text_is_put_into_words(string text, string expected) => Assert.Equal($"{expected}が「ことば」のとき", Say($$"""{"eq":[{{text}},"$word"]}"""));

    [Fact]
    public void A_place_among_items_is_put_into_words() =>
        Assert.Equal("「児童」の中で「生年月日」の早い順の番号が3以上のとき", Say("""{"gte":[{"position":[{"in":"children"}],"by":"$birth"},3]}""", group: "children"));

    [Fact]
    public void English_and_easy_Japanese_have_sentences_of_their_own()
    {
        const string condition = """{"and":[{"not":{"eq":["$kind","a"]}},{"exists":"$word"}]}""";
        Assert.Equal("“区分” is not “新規” and “ことば” is filled in", Say(condition, Language.En));
        Assert.Equal("「区分」が「新規」ではなく、「ことば」に{書|か}いたものがあるとき", Say(condition, Language.JaEasy));
    }

    private static string Say(string condition, Language language = Language.Ja, string? group = null)
    {
        var form = SmallForm.Form(Questions, Computed);
        using var definition = JsonDocument.Parse($$$"""{"values":{"most":9},"form":{"pages":[{"questions":{{{Questions}}}}],"computed":{{{Computed}}}}}""");
        using var read = JsonDocument.Parse(condition);
        return new ConditionSentences(new SentenceTexts(PaperTexts.All, language), new NamesInWords(form, definition.RootElement, group)).When(read.RootElement);
    }
}
