using Madoguchi.Kernel.Time;

namespace Kernel.Tests.Time;

public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData("2026-11-22", "令和8年11月22日", "R8.11.22")]
    [InlineData("2019-05-01", "令和元年5月1日", "R1.5.1")]
    [InlineData("2019-04-30", "平成31年4月30日", "H31.4.30")]
    [InlineData("1989-01-07", "昭和64年1月7日", "S64.1.7")]
    [InlineData("1989-01-08", "平成元年1月8日", "H1.1.8")]
    [InlineData("1926-12-24", "大正15年12月24日", "T15.12.24")]
    [InlineData("1912-07-30", "大正元年7月30日", "T1.7.30")]
    [InlineData("1868-01-25", "明治元年1月25日", "M1.1.25")]
    [InlineData("1867-12-31", "1867年12月31日", "1867.12.31")]
    public void A_day_is_written_in_its_era(string day, string expected, string narrow)
    {
        Assert.Equal(expected, JapaneseDate.Format(DateOnly.Parse(day)));
        Assert.Equal(narrow, JapaneseDate.FormatShort(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("2026/11/2", "2026-11-02")]
    [InlineData("20261122", "2026-11-22")]
    [InlineData("２０２６年１１月２２日", "2026-11-22")]
    [InlineData("令和8年11月22日", "2026-11-22")]
    [InlineData("令和 ８ 年 11 月 22 日", "2026-11-22")]
    [InlineData("㋿元年5月1日", "2019-05-01")]
    [InlineData("令8.11.22", "2026-11-22")]
    [InlineData("Ｒ８．１１．２２", "2026-11-22")]
    [InlineData("r8-11-22", "2026-11-22")]
    [InlineData("S55/4/1", "1980-04-01")]
    [InlineData("平成31年5月1日", "2019-05-01")]
    [InlineData("昭和100年1月1日", "2025-01-01")]
    public void Every_usual_notation_is_read(string text, string expected)
    {
        Assert.True(JapaneseDate.TryParse(text, out var day));
        Assert.Equal(DateOnly.Parse(expected), day);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("令和0年1月1日")]
    [InlineData("安政5年1月1日")]
    [InlineData("8-11-22")]
    [InlineData("2026-11-22T00:00")]
    [InlineData("000-1234-5678")]
    public void An_impossible_date_is_no_date(string? text) => Assert.False(JapaneseDate.TryParse(text, out _));

    [Fact]
    public void Broken_text_is_no_date() => Assert.False(JapaneseDate.TryParse("2026\ud800-11-22", out _));

    [Theory]
    [InlineData("2027-03-31", 2026, "8", "令和8年度")]
    [InlineData("2026-04-01", 2026, "8", "令和8年度")]
    [InlineData("2019-04-30", 2019, "31", "平成31年度")]
    [InlineData("2019-05-01", 2019, "元", "令和元年度")]
    [InlineData("2020-03-31", 2019, "元", "令和元年度")]
    [InlineData("1989-03-31", 1988, "63", "昭和63年度")]
    public void The_fiscal_year_begins_in_April(string day, int year, string narrow, string name)
    {
        Assert.Equal(year, JapaneseDate.FiscalYear(DateOnly.Parse(day)));
        Assert.Equal(narrow, JapaneseDate.FiscalYearShort(DateOnly.Parse(day)));
        Assert.Equal(name, JapaneseDate.FiscalYearName(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("2008-04-01", "2026-03-31", "2026-03-31", "2030-03-31")]
    [InlineData("2008-04-02", "2026-04-01", "2027-03-31", "2031-03-31")]
    [InlineData("2008-02-29", "2026-02-28", "2026-03-31", "2030-03-31")]
    public void Ages_follow_the_law_on_counting_them(string birth, string reaches18, string end18, string end22)
    {
        var born = DateOnly.Parse(birth);
        var reached = DateOnly.Parse(reaches18);

        Assert.Equal(reached, JapaneseDate.DayReaching(born, 18));
        Assert.Equal(DateOnly.Parse(end18), JapaneseDate.FiscalYearEndAfterReaching(born, 18));
        Assert.Equal(DateOnly.Parse(end22), JapaneseDate.FiscalYearEndAfterReaching(born, 22));
        Assert.Equal(17, JapaneseDate.AgeOn(born, reached.AddDays(-1)));
        Assert.Equal(18, JapaneseDate.AgeOn(born, reached));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22", 0)]
    [InlineData("2026-11-22", "2020-01-01", 0)]
    [InlineData("2025-01-01", "2025-12-31", 1)]
    [InlineData("2025-01-01", "2025-12-30", 0)]
    [InlineData("2024-02-29", "2028-02-28", 4)]
    [InlineData("2024-02-29", "2028-02-27", 3)]
    public void An_age_is_complete_at_the_end_of_the_day_before_the_birthday(string birth, string on, int age) =>
        Assert.Equal(age, JapaneseDate.AgeOn(DateOnly.Parse(birth), DateOnly.Parse(on)));

    [Fact]
    public void Days_are_those_of_Tokyo()
    {
        var utc = new DateTime(2026, 11, 21, 15, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2026, 11, 22), JapaneseDate.Of(utc));
        Assert.Equal(new DateOnly(2026, 11, 21), JapaneseDate.Of(utc.AddTicks(-1)));
        Assert.Equal("2026-11-22T00:00:00+09:00", JapaneseDate.ToTokyo(utc).ToString("yyyy-MM-ddTHH:mm:sszzz"));
        Assert.Equal(utc, JapaneseDate.UtcOf(new DateOnly(2026, 11, 22), TimeOnly.MinValue));
        Assert.Equal(DateTimeKind.Utc, JapaneseDate.UtcOf(new DateOnly(2026, 11, 22), TimeOnly.MinValue).Kind);
    }

    [Fact]
    public void The_clock_says_what_a_database_can_keep()
    {
        var now = TimeProvider.System.Now();
        Assert.Equal(DateTimeKind.Utc, now.Kind);
        Assert.Equal(0, now.Ticks % TimeSpan.TicksPerMillisecond);
    }
}
