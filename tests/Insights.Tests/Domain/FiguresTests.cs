using Madoguchi.Insights.Domain;

namespace Insights.Tests.Domain;

/// <summary>What the sums say.</summary>
public sealed class FiguresTests
{
    private static readonly DateTime Begun = new(2026, 4, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "3")]
    [InlineData(180, "3")]
    [InlineData(181, "5")]
    [InlineData(600, "10")]
    [InlineData(1200, "20")]
    [InlineData(2400, "40")]
    [InlineData(2401, "more")]
    [InlineData(864000, "more")]
    public void Time_falls_into_a_bucket(int seconds, string bucket) => Assert.Equal(bucket, TimeTaken.BucketOf(Begun, Begun.AddSeconds(seconds)));

    [Fact]
    public void The_median_is_where_the_middle_one_lies()
    {
        Assert.Null(TimeTaken.Median(new Dictionary<string, long>()));
        Assert.Equal("5", TimeTaken.Median(new Dictionary<string, long> { ["5"] = 1 }));
        Assert.Equal("3", TimeTaken.Median(new Dictionary<string, long> { ["3"] = 2, ["more"] = 2 }));
        Assert.Equal("20", TimeTaken.Median(new Dictionary<string, long> { ["3"] = 2, ["20"] = 1, ["more"] = 2 }));
    }

    [Fact]
    public void Under_five_answers_there_is_no_figure_of_satisfaction()
    {
        Assert.Null((Figures.None with { Ratings = 4, ScoreSum = 20 }).Satisfaction);
        Assert.Equal(3.2, (Figures.None with { Ratings = 5, ScoreSum = 16 }).Satisfaction);
    }

    [Fact]
    public void The_finish_rate_is_a_share_of_those_begun()
    {
        Assert.Null(Figures.None.FinishRate);
        Assert.Equal(67, (Figures.None with { Begun = 3, Sent = new Dictionary<string, long> { ["3"] = 1, ["10"] = 1 } }).FinishRate);
        Assert.Equal(100, (Figures.None with { Begun = 1, Sent = new Dictionary<string, long> { ["3"] = 2 } }).FinishRate);
    }

    [Fact]
    public void Who_was_led_elsewhere_did_not_leave()
    {
        var page = new PageFigures("what", 10, 5, 2, 4);
        Assert.Equal((3L, 30), (page.Left, page.LeftShare));
        Assert.Equal((0L, 0), (new PageFigures("what", 0, 1, 0, 0).Left, new PageFigures("what", 0, 1, 0, 0).LeftShare));
    }

    [Theory]
    [InlineData("answer.missing", ErrorKind.Missing)]
    [InlineData("answer.familyMissing", ErrorKind.Missing)]
    [InlineData("answer.notDeclared", ErrorKind.Missing)]
    [InlineData("answer.noFileNorLater", ErrorKind.Missing)]
    [InlineData("answer.tooLong", ErrorKind.Length)]
    [InlineData("answer.tooLate", ErrorKind.Range)]
    [InlineData("answer.tooManyItems", ErrorKind.Range)]
    [InlineData("answer.tooManyFiles", ErrorKind.File)]
    [InlineData("apply.file-type", ErrorKind.File)]
    [InlineData("answer.unknownFile", ErrorKind.File)]
    [InlineData("answer.notEmail", ErrorKind.Format)]
    [InlineData("answer.tooManyDecimals", ErrorKind.Format)]
    [InlineData("answer.own", ErrorKind.Rule)]
    public void An_error_is_of_a_kind(string code, string kind) => Assert.Equal(kind, ErrorKind.Of(code));
}
