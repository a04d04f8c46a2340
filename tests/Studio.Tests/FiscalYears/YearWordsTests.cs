using Madoguchi.Kernel.Time;
using Madoguchi.Studio.FiscalYears;

namespace Studio.Tests.FiscalYears;

/// <summary>Years as cities write them, one year on.</summary>
public sealed class YearWordsTests
{
    private static readonly YearWords Words = new(new YearDays(new BusinessCalendar()));

    [Theory]
    [InlineData("令和8年度の申込み", "令和9年度の申込み")]
    [InlineData("令和８年度", "令和９年度")]
    [InlineData("令和八年度", "令和九年度")]
    [InlineData("令和 8 年度の給付", "令和 9 年度の給付")]
    [InlineData("2026年度", "2027年度")]
    [InlineData("２０２６年度", "２０２７年度")]
    [InlineData("二〇二六年度", "二〇二七年度")]
    [InlineData("R8年度", "R9年度")]
    [InlineData("Ｒ８.４.１から", "Ｒ９.４.１から")]
    [InlineData("受付は2026/4/6から", "受付は2027/4/6から")]
    [InlineData("令和8年5月10日（日）に開きます", "令和9年5月10日（月）に開きます")]
    [InlineData("5月10日（日）に集まります", "5月10日（月）に集まります")]
    [InlineData("令和2年4月2日から令和3年4月1日までに生まれた子", "令和3年4月2日から令和4年4月1日までに生まれた子")]
    [InlineData("{令和|れいわ}8{年度|ねんど}のことです", "{令和|れいわ}9{年度|ねんど}のことです")]
    [InlineData("{令和8年度|れいわ8ねんど}のことです", "{令和9年度|れいわ9ねんど}のことです")]
    [InlineData("2028{年|ねん}3{月|がつ}まで", "2029{年|ねん}3{月|がつ}まで")]
    [InlineData("令和7年分の所得と令和8年度の税", "令和8年分の所得と令和9年度の税")]
    [InlineData("令和10年3月31日まで", "令和11年3月31日まで")]
    public void A_year_moves_on_in_the_way_it_is_written(string text, string expected)
    {
        var moved = Words.Of(text, 2026, english: false);
        Assert.Equal(expected, moved?.Text);
        Assert.True(moved!.Near);
    }

    [Theory]
    [InlineData("介護保険法（平成9年法律第123号）の定めによります")]
    [InlineData("規則（令和6年みなと台市規則第5号）")]
    [InlineData("5月10日（火）に集まります")]
    [InlineData("届け出た日の翌年度まで")]
    [InlineData("定員2026人")]
    [InlineData("電話 03-2026-1234")]
    public void Names_of_laws_numbers_and_what_names_no_year_stay(string text) => Assert.Null(Words.Of(text, 2026, english: false));

    [Fact]
    public void English_years_stand_alone() => Assert.Equal("Spring course 2027, from 10 May 2027 (2,026 yen)", Words.Of("Spring course 2026, from 10 May 2026 (2,026 yen)", 2026, english: true)?.Text);

    [Fact]
    public void Eras_are_asked_of_the_calendar() => Assert.Equal("令和2年度", Words.Of("平成31年度", 2019, english: false)?.Text);

    [Fact]
    public void A_leap_day_and_weekdays_are_said()
    {
        var moved = Words.Of("令和6年2月29日まで", 2024, english: false)!;
        Assert.Equal("令和7年2月28日まで", moved.Text);
        Assert.Contains(moved.Notes, n => n.Contains("2月29日は新しい年にない", StringComparison.Ordinal));
        var golden = Words.Of("令和8年5月1日（金）", 2026, english: false)!;
        Assert.Equal("令和9年5月1日（土）", golden.Text);
        Assert.Contains(golden.Notes, n => n.Contains("金曜日 → 土曜日", StringComparison.Ordinal));
        Assert.Contains(golden.Notes, n => n.Contains("閉庁日", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_long_gone_is_found_but_not_proposed_by_itself()
    {
        var moved = Words.Of("平成20年に始まりました", 2026, english: false)!;
        Assert.False(moved.Near);
        Assert.Equal("平成21年に始まりました", moved.Text);
        Assert.Equal("平成20年に始まり、令和9年度は", Words.Of("平成20年に始まり、令和8年度は", 2026, english: false)!.Text);
    }
}
