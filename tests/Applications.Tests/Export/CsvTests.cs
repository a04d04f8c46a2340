using System.Text;
using AngleSharp.Dom;
using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Export;

/// <summary>CSV: chosen columns, names unchanged, no cell that runs as a formula.</summary>
public sealed class CsvTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task Names_leave_unchanged_and_formulas_disarmed()
    {
        await Matter.Submitted(city, Officers.ChildAllowance, "kana", Officers.Named("髙橋", "𠮷子", "タカハシ", "ヨシコ"));
        await Matter.Submitted(city, Officers.ChildAllowance, "taro", Officers.Named("渡邉󠄂", "太郎", "ワタナベ", "タロウ"));
        await Matter.Submitted(city, Officers.ChildAllowance, "hanako", Officers.Named("=1+1", "花子", "アオバ", "ハナコ"));
        using var clerk = await city.Officer("clerk", $"/staff/applications/export?procedure={Officers.ChildAllowance}");
        var (type, bytes) = await clerk.Fill("columns", "answer.children").DownloadAsync("CSVファイルを取り出す");
        Assert.Equal("text/csv", type);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var csv = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("受付番号,手続,状態,到達日時,氏名,フリガナ,担当者,期限,養育している児童\r\n", csv);
        Assert.Contains(",髙橋 𠮷子,", csv);
        Assert.Contains(",渡邉󠄂 太郎,", csv);
        Assert.Contains(",\"'=1+1 花子\",", csv);
        Assert.Contains("児童 1：児童の氏名 青葉 さくら", csv);
    }

    [Fact]
    public async Task Without_a_column_nothing_leaves_and_without_the_right_there_is_no_page()
    {
        using var clerk = await city.Officer("clerk", "/staff/applications/export");
        foreach (var box in clerk.Page.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=columns]")) box.IsChecked = false;
        await clerk.PressAsync("CSVファイルを取り出す");
        Assert.Equal(400, clerk.Status);
        using var director = await city.Officer("director", "/staff/applications/export");
        Assert.Equal(403, director.Status);
    }
}
