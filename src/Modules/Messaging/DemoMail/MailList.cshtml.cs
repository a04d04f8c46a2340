using Madoguchi.Messaging.Mail;

namespace Madoguchi.Messaging.DemoMail;

/// <summary>The mail of the demo city, newest first.</summary>
[Anyone]
internal sealed class MailListPage(MailFolder folder, CityOptions options) : ResidentPage
{
    internal const int Shown = 100;

    public IReadOnlyList<EmlFile> Mails { get; private set; } = [];

    public void OnGet()
    {
        if (!DemoDoor.IsOpen(options, Request)) throw new NotFoundException();
        Mails = [.. folder.Newest(Shown).Select(EmlFile.Read)];
    }

    public static string When(EmlFile mail) =>
        mail.At is { } at ? $"{JapaneseDate.Format(JapaneseDate.Of(at))} {JapaneseDate.ToTokyo(at):HH:mm:ss}" : "";
}
