namespace Madoguchi.Messaging.Mail;

/// <summary>A mail ready to leave.</summary>
/// <param name="Id">Of the outbox message: the same at every try, so that a receiver can drop what it has.</param>
internal sealed record OutgoingMail(Guid Id, string FromAddress, string FromName, string To, string Subject, string Body, Language Language);

/// <summary>Carries mail out of the house.</summary>
internal interface ISmtp
{
    /// <summary>Returns when the receiver has taken the mail; anything else is an exception and is tried again.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken stop);
}
