using Madoguchi.Studio.Register;

namespace Studio.Tests.Register;

/// <summary>Cells of the survey as cities write them.</summary>
public sealed class SurveyCellTests
{
    [Fact]
    public void There_are_forty_six_columns_and_each_has_a_name_of_its_own()
    {
        Assert.Equal(46, SurveyColumns.All.Count);
        Assert.Equal(46, SurveyColumns.All.Select(c => c.Name).Distinct().Count());
        Assert.Equal(("手続ID", "手続名", "オンライン化の実施状況", "総手続件数", "士業、機関に関する補足"),
            (SurveyColumns.All[SurveyColumns.Id].Name, SurveyColumns.All[SurveyColumns.Name].Name, SurveyColumns.All[SurveyColumns.Online].Name, SurveyColumns.All[SurveyColumns.Total].Name, SurveyColumns.All[^1].Name));
    }

    [Theory]
    [InlineData("オンライン化の実施状況", "2", "2 未実施")]
    [InlineData("オンライン化の実施状況", "２　未実施", "2 未実施")]
    [InlineData("オンライン化の実施状況", "未実施", "2 未実施")]
    [InlineData("府省共通手続", "○（全府省）", "〇（全府省庁）")]
    [InlineData("府省共通手続", "〇", "〇（全府省庁）")]
    [InlineData("府省共通手続", "×(府省共通手続でない)", "✕（府省庁共通手続でない）")]
    [InlineData("府省共通手続", "✕", "✕（府省庁共通手続でない）")]
    [InlineData("申請時に添付させる書類", "登記事項証明書(商業); 住民票 ;住民票", "登記事項証明書（商業）;住民票")]
    [InlineData("手数料等の納付方法", "1-1；2-3 クレジットカード払い", "1-1 行政機関の窓口;2-3 クレジットカード払い")]
    [InlineData("手続が行われるイベント(個人)", "その他イベント（個人）", "その他イベント(個人)")]
    [InlineData("総手続件数", "１,２００件", "1200")]
    [InlineData("手続名", "'=SUM(A1)", "=SUM(A1)")]
    [InlineData("手続名", " 道路 占用 ", "道路 占用")]
    [InlineData("オンライン化の実施状況", "", "")]
    public void What_is_meant_is_kept_as_the_survey_writes_it(string column, string typed, string kept)
    {
        Assert.Null(SurveyCell.Read(Of(column), typed, out var value));
        Assert.Equal(kept, value);
        Assert.Null(SurveyCell.Read(Of(column), value, out var again));
        Assert.Equal(kept, again);
    }

    [Theory]
    [InlineData("オンライン化の実施状況", "5 一部実施済", "register-code")]
    [InlineData("申請時に添付させる書類", "住民票;図面", "register-code")]
    [InlineData("総手続件数", "約100", "register-number")]
    [InlineData("総手続件数", "-1", "register-number")]
    [InlineData("手続名", "a\u0000b", "register-unreadable")]
    public void What_is_on_no_list_is_told(string column, string typed, string error) => Assert.Equal(error, SurveyCell.Read(Of(column), typed, out _));

    [Fact]
    public void Every_code_is_read_as_itself() =>
        Assert.All(SurveyColumns.All.SelectMany(c => c.Codes.Select(code => (c, code))), pair => Assert.True(SurveyCell.Read(pair.c, pair.code, out var value) is null && value == pair.code, $"{pair.c.Name}: {pair.code} → {value}"));

    [Fact]
    public void Ease_follows_what_stands_in_the_way()
    {
        Assert.Equal(1, Ranking.Ease("", null, false));
        Assert.Equal(0, Ranking.Ease("5", false, false));
        Assert.True(Ranking.Ease("", true, false) < Ranking.Ease("", false, false));
        Assert.Equal(Ranking.Ease("", false, true), Ranking.Ease("4", false, true));
        Assert.Equal(30 * 0.7, Ranking.Of("k", "1", "n", "d", 120, 15, Ranking.Ease("", true, false)).Score, 6);
    }

    private static SurveyColumn Of(string name) => SurveyColumns.All.Single(c => c.Name == name);
}
