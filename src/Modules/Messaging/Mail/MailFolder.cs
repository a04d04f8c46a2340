using System.Collections.Concurrent;
using System.Net.Mail;

namespace Madoguchi.Messaging.Mail;

/// <summary>The demo's letter box: <c>mail/</c> in the data folder, one file a mail, named by the outbox message.</summary>
internal sealed class MailFolder(CityOptions options)
{
    public string Path { get; } = System.IO.Path.Combine(options.DataFolder, "mail");

    /// <summary>Files, newest first: their names begin with the time.</summary>
    public IReadOnlyList<string> Newest(int count) =>
        System.IO.Directory.Exists(Path) ? [.. System.IO.Directory.EnumerateFiles(Path, "*.eml").OrderDescending(StringComparer.Ordinal).Take(count)] : [];

    public bool Has(Guid id) => File.Exists(FileOf(id));

    public string FileOf(Guid id) => System.IO.Path.Combine(Path, $"{id:N}.eml");
}

/// <summary>Demo mode without a server: mail becomes a file. Sending it again replaces the same file.</summary>
internal sealed class MailToFolder(MailFolder folder, CityOptions options) : ISmtp
{
    // The client names its files itself: one writes at a desk at a time, so that the one file on it is its own.
    private readonly ConcurrentBag<string> desks = [];

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        var desk = desks.TryTake(out var free) ? free : System.IO.Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "." + Guid.CreateVersion7().ToString("N"))).FullName;
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = desk })
        using (var message = MimeMail.Of(mail, new Uri(options.PublicUrl).Host))
        {
            await client.SendMailAsync(message, stop);
        }

        File.Move(System.IO.Directory.GetFiles(desk)[0], folder.FileOf(mail.Id), overwrite: true);
        // One that failed leaves its desk, and what lies there, to nobody.
        desks.Add(desk);
    }
}
