using System.Buffers.Text;
using System.Text;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Outboxes;
using Madoguchi.Kernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Tests.Data;

public sealed class KeysetTests
{
    private static readonly DateTime Start = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, ClassData(typeof(Databases))]
    public async Task Paging_meets_every_row_once_also_where_times_are_equal(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await city.Scopes.RunAsync(services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            for (var i = 0; i < 25; i++) db.Add(new OutboxRow { Id = Guid.NewGuid(), Kind = "k", Payload = "{}", CreatedAt = Start.AddMilliseconds(i / 9), NotBefore = Start });
            return Task.CompletedTask;
        });

        foreach (var descending in new[] { false, true })
        {
            var seen = await WalkAsync(city, descending);
            Assert.Equal(25, seen.Select(r => r.Id).Distinct().Count());
            Assert.Equal(25, seen.Count);
            Assert.Equal(descending ? seen.OrderByDescending(r => r.CreatedAt).Select(r => r.CreatedAt) : seen.OrderBy(r => r.CreatedAt).Select(r => r.CreatedAt), seen.Select(r => r.CreatedAt));
        }
    }

    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal((Start, id), (Cursor.Parse(Cursor.Of(Start, id))!.Time, Cursor.Parse(Cursor.Of(Start, id))!.Id));
        Assert.Equal(new DateOnly(2026, 4, 1), Cursor.Parse(Cursor.Of(new DateOnly(2026, 4, 1), id))!.Day);
        Assert.Null(Cursor.Parse(null));
        Assert.Null(Cursor.Parse(""));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("あ")]
    [InlineData("AAAA")]
    [InlineData("====")]
    public void What_is_none_of_our_cursors_is_not_understood(string text) =>
        Assert.Equal(RefusalKind.Malformed, Assert.Throws<RefusedException>(() => Cursor.Parse(text)).Refusal.Kind);

    [Theory]
    [InlineData("2026-04-01T00:00:00.0000000")]
    [InlineData("2026-04-01T00:00:00.0000000+09:00")]
    [InlineData("2026-04-01")]
    [InlineData("")]
    public void A_time_that_is_not_ours_is_not_understood(string value)
    {
        var cursor = Cursor.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{value}|{Guid.NewGuid():N}")))!;
        Assert.Throws<RefusedException>(() => cursor.Time);
    }

    [Theory]
    [InlineData("underReview", Kind.UnderReview)]
    [InlineData("arrived", Kind.Arrived)]
    [InlineData("UnderReview", null)]
    [InlineData("uNDERREVIEW", null)]
    [InlineData("arrived,underReview", null)]
    [InlineData(" arrived", null)]
    [InlineData("1", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_enum_has_one_way_of_being_written(string? text, Kind? expected) => Assert.Equal(expected, EnumText.Parse<Kind>(text));

    public enum Kind
    {
        Arrived,
        UnderReview,
    }

    private static async Task<List<OutboxRow>> WalkAsync(KernelCity city, bool descending)
    {
        var seen = new List<OutboxRow>();
        Cursor? after = null;
        while (true)
        {
            await using var scope = city.Scopes.CreateAsyncScope();
            var rows = scope.ServiceProvider.GetRequiredService<KernelDb>().Set<OutboxRow>().AsNoTracking();
            var page = await rows.PageBy(r => r.CreatedAt, r => r.Id, after?.Time, after?.Id, descending).Take(4).ToListAsync();
            if (page.Count == 0) return seen;
            seen.AddRange(page);
            after = Cursor.Parse(Cursor.Of(page[^1].CreatedAt, page[^1].Id));
        }
    }
}
