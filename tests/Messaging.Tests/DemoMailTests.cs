using AngleSharp.Html.Parser;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.DemoMail;
using Madoguchi.Messaging.Mail;

namespace Messaging.Tests;

public sealed class DemoMailTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Fact]
    public async Task In_the_demo_mail_becomes_a_page()
    {
        const string Subject = "「罹災証明書交付申請」を受け付けました 髙橋\U000E0102と長い件名がひと文字も欠けずに読めること";
        await host.ActAsync(l => l.Send(new Letter("hanako", "2026-000003-1", LetterKinds.Arrived, Subject, "届きました。\n<b>そのまま</b>", FromDivision: "shimin")));
        var file = await WaitForMailAsync(Subject);
        using var browser = host.Caller(null);

        var list = new HtmlParser().ParseDocument(await browser.GetStringAsync("/demo/mail"));
        var link = list.QuerySelectorAll("a").First(a => a.TextContent == Subject);
        Assert.Equal($"/demo/mail/{file.Id}", link.GetAttribute("href"));

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync($"/demo/mail/{file.Id}"));
        Assert.Equal(Subject, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("<b>そのまま</b>", page.Body!.TextContent);
        Assert.Contains("hanako@example.jp", page.Body.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='https://city.example.jp/my/applications/2026-000003-1']"));
        Assert.Equal(404, (int)(await browser.GetAsync($"/demo/mail/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task A_mail_written_twice_is_one_file()
    {
        var mail = new OutgoingMail(Guid.CreateVersion7(), "city@example.jp", "みなと台市", "a@example.jp", "件名", "本文", Madoguchi.Kernel.Text.Language.Ja);
        var smtp = host.Get<ISmtp>();
        await smtp.SendAsync(mail, default);
        await smtp.SendAsync(mail, default);
        var folder = host.Get<MailFolder>();
        Assert.True(folder.Has(mail.Id));
        Assert.All(System.IO.Directory.GetDirectories(folder.Path), desk => Assert.Empty(System.IO.Directory.GetFiles(desk)));
        var read = EmlFile.Read(folder.FileOf(mail.Id));
        Assert.Equal(("件名", "本文", "a@example.jp"), (read.Subject, read.Body, read.To));
        Assert.Contains("みなと台市", read.From);
    }

    private async Task<EmlFile> WaitForMailAsync(string subject)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var mails = host.Get<MailFolder>().Newest(100).Select(EmlFile.Read);
            if (mails.FirstOrDefault(m => m.Subject == subject) is { } found) return found;
            await pulse.WaitForNextTickAsync(limit.Token);
        }
    }
}
