using System.Text;
using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Booking;

/// <summary>名簿: who comes to a session, in the order of arrival, for the division's officers alone.</summary>
public sealed class NameListTests(Cities cities) : IClassFixture<Cities>
{
    private const string Slug = "kosodate-koza";

    [Theory, ClassData(typeof(Databases))]
    public async Task The_list_of_a_session_shows_who_comes_then_who_waits_and_leaves_as_csv(string database)
    {
        var city = await cities.On(database);
        var booked = new List<Matter>();
        for (var i = 0; i < 22; i++) booked.Add(await city.Telephoned(Slug, i));
        using var clerk = await city.Officer("clerk", $"/staff/applications?procedure={Slug}");
        await clerk.PressAsync("名簿");
        Assert.Contains("20件", clerk.Words);
        Assert.Contains("2件", clerk.Words);
        await clerk.GoAsync(clerk.Page.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Contains("参加が決まっている方 20件", clerk.Words);
        var rows = clerk.Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(booked.Select(b => b.Number), rows.Select(r => booked.Single(b => r.Contains(b.Number, StringComparison.Ordinal)).Number));
        Assert.All(rows.Take(20), r => Assert.Contains("参加決定", r, StringComparison.Ordinal));
        Assert.All(rows.Skip(20), r => Assert.Contains("キャンセル待ち", r, StringComparison.Ordinal));

        var page = clerk.Path;
        var (type, csv) = await clerk.DownloadAsync("CSVで取り出す");
        Assert.Equal("text/csv", type);
        var lines = Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\uFEFF番号,状態,受付番号,氏名,フリガナ,電話番号", lines[0], StringComparison.Ordinal);
        Assert.Equal(22, lines.Count(l => booked.Exists(b => l.Contains(b.Number, StringComparison.Ordinal))));

        using var other = await city.Officer("road-clerk", page);
        Assert.Equal(404, other.Status);
        await other.GoAsync($"/staff/sessions/{Slug}");
        Assert.Equal(404, other.Status);
    }

    [Theory]
    [InlineData("/staff/sessions/juminhyo-utsushi")]
    [InlineData("/staff/sessions/none")]
    [InlineData("/staff/sessions/kosodate-koza/2026-01-01-baby")]
    [InlineData("/staff/sessions/kosodate-koza/x")]
    public async Task What_is_no_session_is_not_found(string path)
    {
        using var clerk = await (await cities.On("sqlite")).Officer("clerk", path);
        Assert.Equal(404, clerk.Status);
    }
}
