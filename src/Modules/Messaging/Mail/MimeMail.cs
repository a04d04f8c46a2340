using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Madoguchi.Messaging.Mail;

/// <summary>Writes a mail as RFC 5322 wants it: UTF-8 in encoded words and base64, one line a header.</summary>
internal static class MimeMail
{
    public static MailMessage Of(OutgoingMail mail, string host)
    {
        var message = new MailMessage(new MailAddress(mail.FromAddress, mail.FromName, Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language.HtmlLang());
        return message;
    }
}
