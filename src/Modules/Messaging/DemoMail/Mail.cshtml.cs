using Madoguchi.Messaging.Mail;

namespace Madoguchi.Messaging.DemoMail;

/// <summary>One mail of the demo city, as its receiver would read it.</summary>
[Anyone]
internal sealed class MailPage(MailFolder folder, CityOptions options) : ResidentPage
{
    public EmlFile Mail { get; private set; } = null!;

    public IReadOnlyList<string> Lines => Mail.Body.TrimEnd().Split('\n');

    public void OnGet(Guid id)
    {
        if (!DemoDoor.IsOpen(options, Request) || !folder.Has(id)) throw new NotFoundException();
        Mail = EmlFile.Read(folder.FileOf(id));
    }

    /// <summary>The line up to an address of this city hall, and that address; null when there is none.</summary>
    public (string Before, string Address)? LinkIn(string line)
    {
        var at = line.IndexOf(options.PublicUrl + "/", StringComparison.Ordinal);
        return at < 0 ? null : (line[..at], line[at..].Trim());
    }
}
