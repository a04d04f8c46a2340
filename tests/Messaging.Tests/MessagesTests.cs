using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Kernel.Data;
using Madoguchi.Messaging.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

public abstract class MessagesTests
{
    private readonly MessagingHost host;

    protected MessagesTests(MessagingHost host)
    {
        Assert.SkipWhen(host.Skipped, "without PostgreSQL");
        this.host = host;
    }

    [Fact]
    public async Task Both_sides_see_the_correspondence_of_a_matter_and_nobody_else()
    {
        var matter = "hanako-" + Guid.NewGuid().ToString("N")[..8];
        await host.ActAsync(l => l.Send(new DivisionLetter("kosodate", "hanako", matter, "質問", "いつごろになりますか。")));
        await host.ActAsync(l => l.Send(new Letter("hanako", matter, LetterKinds.Message, "連絡", "来週です。", ByMail: false, FromDivision: "kosodate")));

        foreach (var reader in new[] { "hanako", "clerk" })
        {
            var (status, page) = await GetAsync(reader, $"/api/v1/messages?application={matter}");
            Assert.Equal(200, status);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(["来週です。", "いつごろになりますか。"], items.Select(i => i.GetProperty("body").GetString()));
            Assert.Equal(("division", "子育て支援課"), From(items[0]));
            Assert.Equal(("resident", "髙橋 花子"), From(items[1]));
        }

        Assert.Equal(404, (await GetAsync("taro", $"/api/v1/messages?application={matter}")).Status);
        Assert.Equal(404, (await GetAsync("road-clerk", $"/api/v1/messages?application={matter}")).Status);
        Assert.Equal(401, (await GetAsync(null, "/api/v1/messages")).Status);
        Assert.Equal(400, (await GetAsync("clerk", "/api/v1/messages")).Status);
    }

    [Fact]
    public async Task Pages_of_own_letters_go_on_where_the_last_ended()
    {
        // In one act, so at one time: the id decides.
        await host.ActAsync(l =>
        {
            for (var i = 0; i < 5; i++) l.Send(new Letter("taro", null, LetterKinds.Message, $"手紙 {i}", "本文", ByMail: false));
        });
        var seen = new List<string?>();
        for (string? after = null; ;)
        {
            var (_, page) = await GetAsync("taro", $"/api/v1/messages?limit=2{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("subject").GetString()));
            after = page.GetProperty("next").GetString();
            if (after is null) break;
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct().Count());
        foreach (var query in new[] { "limit=0", "limit=201", "after=nonsense", "after=QQ" }) Assert.Equal(400, (await GetAsync("taro", $"/api/v1/messages?{query}")).Status);
    }

    [Fact]
    public async Task The_first_reading_is_remembered_and_only_the_addressee_reads()
    {
        await host.ActAsync(l => l.Send(new Letter("silent", null, LetterKinds.Message, "お知らせ", "本文")));
        var (_, page) = await GetAsync("silent", "/api/v1/messages");
        var letter = page.GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, letter.GetProperty("readAt").ValueKind);

        var path = $"/api/v1/messages/{letter.GetProperty("id").GetGuid()}/mark-read";
        Assert.Equal(404, (await PostAsync("taro", path)).Status);
        Assert.Equal(403, (await PostAsync("clerk", path)).Status);
        var (status, read) = await PostAsync("silent", path);
        Assert.Equal(200, status);
        Assert.Equal(read.GetProperty("readAt").GetString(), (await PostAsync("silent", path)).Body.GetProperty("readAt").GetString());

        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<ILetterBox>().UnreadAsync("silent"));
    }

    [Fact]
    public async Task What_an_act_rolls_back_was_never_sent()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.ActAsync(l =>
        {
            l.Send(new Letter("hanako", "hanako-gone", LetterKinds.Arrived, "受け付けました", "本文"));
            throw new InvalidOperationException();
        }));
        var (_, page) = await GetAsync("hanako", "/api/v1/messages?application=hanako-gone");
        Assert.Empty(page.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_box_gives_an_accounts_letters_and_marks_them_read()
    {
        await host.ActAsync(l => l.Send(new Letter("hanako", "hanako-box", LetterKinds.Arrived, "件名\r\nBcc: x@example.jp", "一行目\r\n二行目", ByMail: false)));
        var scopes = host.Get<IServiceScopeFactory>();
        await scopes.RunAsync(services => services.GetRequiredService<ILetters>().MarkReadAsync("hanako", "hanako-box"));
        await using var scope = scopes.CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<ILetterBox>();
        var letter = Assert.Single((await box.ReceivedAsync("hanako", null, 50)).Letters, l => l.Application == "hanako-box");
        Assert.Equal(("件名 Bcc: x@example.jp", "一行目\n二行目"), (letter.Subject, letter.Body));
        Assert.NotNull(letter.ReadAt);
    }

    [Fact]
    public async Task The_box_is_read_page_by_page_to_its_end()
    {
        for (var i = 0; i < 5; i++) await host.ActAsync(l => l.Send(new Letter("pager", "pager-box", LetterKinds.Arrived, $"{i}通目", "本文", ByMail: false)));
        await host.ActAsync(l => l.Send(new DivisionLetter("kodomo", "pager", "pager-box", "件名", "自分が書いたもの")));
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<ILetterBox>();
        var (read, after) = (new List<LetterItem>(), (string?)null);
        do
        {
            var (letters, next) = await box.ReceivedAsync("pager", after, 2);
            read.AddRange(letters);
            after = next;
        }
        while (after is not null);
        // Those of one millisecond stand in no order of their own.
        Assert.Equal(["0通目", "1通目", "2通目", "3通目", "4通目"], read.Select(l => l.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(read.Select(l => l.At).OrderDescending(), read.Select(l => l.At));
    }

    private static (string?, string?) From(JsonElement item) => (item.GetProperty("from").GetProperty("kind").GetString(), item.GetProperty("from").GetProperty("name").GetString());

    private async Task<(int Status, JsonElement Body)> GetAsync(string? account, string path)
    {
        using var caller = host.Caller(account);
        return await AnswerAsync(await caller.GetAsync(path));
    }

    private async Task<(int Status, JsonElement Body)> PostAsync(string? account, string path)
    {
        using var caller = host.Caller(account);
        return await AnswerAsync(await caller.PostAsJsonAsync(path, new { }));
    }

    private static async Task<(int, JsonElement)> AnswerAsync(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()));
}

public sealed class MessagesOnSqlite(SqliteHost host) : MessagesTests(host), IClassFixture<SqliteHost>;

public sealed class MessagesOnPostgres(PostgresHost host) : MessagesTests(host), IClassFixture<PostgresHost>;
