using System.Globalization;
using System.Net.Mail;

namespace Madoguchi.Messaging.Mail;

/// <summary>Hands mail to the city's SMTP server.</summary>
internal sealed class SmtpRelay(CityOptions options) : ISmtp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly (string Host, int Port) server = Parse(options.Smtp!);

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = MimeMail.Of(mail, new Uri(options.PublicUrl).Host);
        await client.SendMailAsync(message, limit.Token);
    }

    /// <summary>host:port, port 25 when left out, an IPv6 address in brackets.</summary>
    internal static (string Host, int Port) Parse(string server)
    {
        var colon = server.LastIndexOf(':');
        if (colon < 0 || server.EndsWith(']')) return (server.Trim('[', ']'), 25);
        return int.TryParse(server[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (server[..colon].Trim('[', ']'), port)
            : throw new StartRefusedException($"MADOGUCHI_SMTP は host:port の形で指定してください: {server}");
    }
}

/// <summary>Outside the demo, without a server: the outbox keeps the mail until there is one, and a person sees why.</summary>
internal sealed class NoSmtp : ISmtp
{
    public Task SendAsync(OutgoingMail mail, CancellationToken stop) =>
        throw new InvalidOperationException("MADOGUCHI_SMTP is not set: mail cannot leave");
}
