using Madoguchi.Testing.Servers;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Mail;

namespace Messaging.Tests;

/// <summary>Mail as a real SMTP server gets it.</summary>
public sealed class MailTests(SmtpHost host) : IClassFixture<SmtpHost>
{
    private SmtpServer Server => host.Smtp!;

    [Fact]
    public async Task A_letter_arrives_with_its_words_its_link_and_the_divisions_telephone()
    {
        const string Subject = "「児童手当認定請求」の補正のお願い 髙𠮷邉\U000E0102 とても長い件名でもひと文字も欠けずに届かなければなりません";
        var mail = await SendAsync(new Letter("hanako", "2026-000001-4", LetterKinds.CorrectionRequested, Subject, "直していただきたいところがあります。\n葛\U000E0100飾", FromDivision: "kosodate"));

        Assert.Equal(Subject, mail.Subject);
        Assert.Equal("hanako@example.jp", mail.To);
        Assert.Contains("みなと台市 子育て支援課", mail.Headers["From"]);
        Assert.Contains("直していただきたいところがあります。\r\n葛\U000E0100飾\r\n".ReplaceLineEndings("\n"), mail.Body.ReplaceLineEndings("\n"));
        Assert.Contains("https://city.example.jp/my/applications/2026-000001-4", mail.Body);
        Assert.Contains("000-000-1101", mail.Body);
        Assert.Matches("^<[0-9a-f]{32}@city.example.jp>$", mail.Headers["Message-ID"]);
        Assert.NotEmpty(mail.Headers["Date"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Nothing_in_a_subject_becomes_a_header()
    {
        var mail = await SendAsync(new Letter("taro", null, LetterKinds.Message, "件名\r\nBcc: all@example.jp\nX-Evil: 1\u2028X: 2", "本文"));
        Assert.Equal("件名 Bcc: all@example.jp X-Evil: 1 X: 2", mail.Subject);
        Assert.DoesNotContain("Bcc", mail.Headers.Keys);
        Assert.DoesNotContain("X-Evil", mail.Headers.Keys);
        Assert.Equal("taro@example.jp", mail.To);
    }

    [Fact]
    public async Task An_officers_words_stay_in_the_house()
    {
        var letter = host.Get<ILetterTexts>().Message(new LetterFacts("hanako", "児童手当認定請求", "2026-000002-2", "kosodate"), "所得は 0 円でよろしいですか。");
        var mail = await SendAsync(letter);
        Assert.DoesNotContain("所得", mail.Body);
        Assert.Contains("連絡があります", mail.Body);
        Assert.Equal("所得は 0 円でよろしいですか。", letter.Body);
    }

    [Fact]
    public async Task Accounts_without_an_address_get_no_mail_and_hold_nothing_up()
    {
        var before = Server.Messages.Count;
        await host.ActAsync(l => l.Send(new Letter("silent", null, LetterKinds.Message, "無", "本文")));
        await host.ActAsync(l => l.Send(new Letter("wrong", null, LetterKinds.Message, "誤", "本文")));
        await SendAsync(new Letter("hanako", null, LetterKinds.Message, "あとの手紙", "本文"));
        Assert.Equal(before + 1, Server.Messages.Count);
    }

    [Fact]
    public async Task What_the_server_puts_off_is_sent_later_under_the_same_id()
    {
        var before = Server.Messages.Count;
        Server.Refuse("451 4.3.0 try later");
        await host.ActAsync(l => l.Send(new Letter("hanako", null, LetterKinds.Message, "あとで", "本文")));
        Server.Refuse(null);
        Assert.Equal("あとで", (await Server.WaitForAsync(before + 1))[^1].Subject);
    }

    [Fact]
    public void The_address_of_the_server_is_host_and_port()
    {
        Assert.Equal(("mail.example.jp", 587), SmtpRelay.Parse("mail.example.jp:587"));
        Assert.Equal(("mail.example.jp", 25), SmtpRelay.Parse("mail.example.jp"));
        Assert.Equal(("::1", 2525), SmtpRelay.Parse("[::1]:2525"));
        Assert.ThrowsAny<Exception>(() => SmtpRelay.Parse("mail.example.jp:smtp"));
    }

    private async Task<ReceivedMail> SendAsync(Letter letter)
    {
        var before = Server.Messages.Count;
        await host.ActAsync(l => l.Send(letter));
        return (await Server.WaitForAsync(before + 1))[^1];
    }
}
