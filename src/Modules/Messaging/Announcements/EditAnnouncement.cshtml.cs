using Madoguchi.Messaging.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Messaging.Announcements;

/// <summary>Writes one: a new one at <c>/staff/announcements/new</c>, else the one named.</summary>
internal sealed class EditAnnouncementPage(ReadAnnouncements read, WriteAnnouncement write, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(Name = "titleJa")]
    public string? TitleJa { get; set; }

    [BindProperty(Name = "bodyJa")]
    public string? BodyJa { get; set; }

    [BindProperty(Name = "titleEn")]
    public string? TitleEn { get; set; }

    [BindProperty(Name = "bodyEn")]
    public string? BodyEn { get; set; }

    [BindProperty(Name = "titleEasy")]
    public string? TitleEasy { get; set; }

    [BindProperty(Name = "bodyEasy")]
    public string? BodyEasy { get; set; }

    [BindProperty(Name = "emergency")]
    public bool Emergency { get; set; }

    [BindProperty(Name = "link")]
    public string? Link { get; set; }

    [BindProperty(Name = "lastDay")]
    public DateOnly? LastDay { get; set; }

    public bool IsNew => Id == "new";

    public bool HasOthers => !string.IsNullOrEmpty(TitleEn + BodyEn + TitleEasy + BodyEasy);

    /// <summary>Whether it is shown now.</summary>
    public bool MayEnd { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Actor.Require(Contracts.MessagingPermissions.Announce);
        if (!IsNew) Show(await KnownAsync(stop));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var known = IsNew ? null : await KnownAsync(stop);
        var input = new WriteAnnouncement.Input(Emergency, TitleJa, BodyJa, TitleEn, BodyEn, TitleEasy, BodyEasy, Link, LastDay);
        if (ModelState.IsValid && Accept(await write.RunAsync(known?.Id, input, stop))) return Back("written");
        MayEnd = known?.EndsAt > clock.Now();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken stop)
    {
        await write.EndAsync((await KnownAsync(stop)).Id, stop);
        return Back("ended");
    }

    private RedirectResult Back(string did) => Redirect(Url.Content($"~/staff/announcements?did={did}"));

    private Task<Announcement> KnownAsync(CancellationToken stop) => Guid.TryParseExact(Id, "D", out var id) ? read.AnyAsync(id, stop) : throw new NotFoundException();

    private void Show(Announcement known)
    {
        (Emergency, Link) = (known.Emergency, known.Link);
        (TitleJa, BodyJa) = (known.TitleJa, known.BodyJa);
        (TitleEn, BodyEn) = (known.TitleEn, known.BodyEn);
        (TitleEasy, BodyEasy) = (known.TitleEasy, known.BodyEasy);
        LastDay = JapaneseDate.Of(known.EndsAt.AddTicks(-1));
        MayEnd = known.EndsAt > clock.Now();
    }
}
