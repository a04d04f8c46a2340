using Madoguchi.Kernel.Time;

namespace Kernel.Tests.Time;

public sealed class BusinessCalendarTests
{
    private readonly BusinessCalendar calendar = new();

    [Theory]
    [InlineData(2019, "0101 0114 0211 0321 0429 0430 0501 0502 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1022 1103 1104 1123")]
    [InlineData(2020, "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0723 0724 0810 0921 0922 1103 1123")]
    [InlineData(2021, "0101 0111 0211 0223 0320 0429 0503 0504 0505 0722 0723 0808 0809 0920 0923 1103 1123")]
    [InlineData(2022, "0101 0110 0211 0223 0321 0429 0503 0504 0505 0718 0811 0919 0923 1010 1103 1123")]
    [InlineData(2023, "0101 0102 0109 0211 0223 0321 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123")]
    [InlineData(2024, "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123")]
    [InlineData(2025, "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124")]
    [InlineData(2026, "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123")]
    [InlineData(2027, "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123")]
    public void National_holidays_are_those_of_the_law(int year, string expected)
    {
        var first = new DateOnly(year, 1, 1);
        var found = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber)
            .Select(first.AddDays)
            .Where(d => calendar.HolidayName(d) is not null)
            .Select(d => $"{d:MMdd}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData(2032, 9, 21)]
    [InlineData(2049, 9, 21)]
    public void A_day_between_two_holidays_is_a_holiday(int year, int month, int day) =>
        Assert.Equal("休日", calendar.HolidayName(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2027-01-03", false)]
    [InlineData("2027-01-04", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", true)]
    public void The_city_hall_is_closed_on_weekends_holidays_and_at_the_year_end(string day, bool open) =>
        Assert.Equal(open, calendar.IsBusinessDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-24")]
    [InlineData("2026-11-22", 1, "2026-11-24")]
    [InlineData("2026-11-22", 15, "2026-12-14")]
    [InlineData("2026-12-28", 1, "2027-01-04")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    public void Business_days_are_counted_from_the_next_day(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), calendar.AddBusinessDays(DateOnly.Parse(from), days));

    [Fact]
    public void Thirty_calendar_days_are_not_moved_by_holidays() =>
        Assert.Equal(new DateOnly(2027, 1, 1), calendar.AddCalendarDays(new DateOnly(2026, 12, 2), 30));

    [Fact]
    public void A_deadline_on_a_closed_day_moves_to_the_next_open_day()
    {
        Assert.Equal(new DateOnly(2027, 1, 4), calendar.OpenOnOrAfter(new DateOnly(2026, 12, 29)));
        Assert.Equal(new DateOnly(2026, 12, 28), calendar.OpenOnOrAfter(new DateOnly(2026, 12, 28)));
    }
}
