using System.Collections.Concurrent;
using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Madoguchi.Messaging.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Messaging.Mail;

/// <summary>What the outbox keeps of a mail: no address, no words.</summary>
internal sealed record MailOrder(Guid Letter);

/// <summary>Sends a letter by mail to the address its account has now; without one the inbox is all there is.</summary>
internal sealed class MailSender(ISmtp smtp, IDirectory directory, Texts texts, CityOptions options, ILogger<MailSender> log) : IOutboxSender
{
    public const string OutboxKind = "mail";

    // Of the messages about to be sent; each takes its own.
    private readonly ConcurrentDictionary<Guid, SentLetter> ahead = [];

    public string Kind => OutboxKind;

    public async Task ReadAheadAsync(IReadOnlyList<OutboxMessage> messages, IServiceProvider services, CancellationToken stop)
    {
        var ids = messages.Select(LetterOf).ToList();
        await foreach (var letter in services.GetRequiredService<MessagingDb>().Letters.AsNoTracking().Where(l => ids.Contains(l.Id)).AsAsyncEnumerable().WithCancellation(stop))
            ahead[letter.Id] = letter;
    }

    public async Task SendAsync(OutboxMessage message, IServiceProvider services, CancellationToken stop)
    {
        var id = LetterOf(message);
        if (!ahead.TryRemove(id, out var letter))
            letter = await services.GetRequiredService<MessagingDb>().Letters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop);
        if (letter?.ToAccount is not { } account) return;
        var addresses = await services.GetRequiredService<IAddressBook>().OfAsync([account], stop);
        if (addresses.GetValueOrDefault(account)?.Email is not { Length: > 0 } email) return;
        if (!System.Net.Mail.MailAddress.TryCreate(email, out var to))
        {
            log.LogWarning("Letter {LetterId} was not mailed: the account's address is not one", letter.Id);
            return;
        }

        await smtp.SendAsync(Mail(message.Id, letter, to.Address), stop);
    }

    private static Guid LetterOf(OutboxMessage message) => message.Read<MailOrder>().Letter;

    private OutgoingMail Mail(Guid id, SentLetter letter, string to)
    {
        var city = directory.City;
        var english = letter.Language == Language.En;
        var division = letter.FromDivision is { } code ? directory.Division(code) : null;
        var cityName = english ? city.English : city.Name;
        var divisionName = english ? division?.English : division?.Name;
        var closing = texts.Get(letter.Language, "mail.closing",
            ("division", divisionName ?? cityName),
            ("telephone", division?.Telephone ?? city.Telephone),
            ("url", MyPage.Url(options, letter.Language, letter.Application)));
        var body = $"{letter.MailBody ?? letter.Body}\n\n{closing}\n";
        return new OutgoingMail(id, city.Email, $"{cityName} {divisionName}".TrimEnd(), to, letter.Subject, body, letter.Language);
    }
}
