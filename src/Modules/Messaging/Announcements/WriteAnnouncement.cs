using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Announcements;

/// <summary>Writes, changes and ends announcements; readers see it at once.</summary>
internal sealed class WriteAnnouncement(MessagingDb db, AnnouncementBoard board, Database database, Actor actor, AuditTrail audit, TimeProvider clock)
{
    private const int LongestLink = 300;

    /// <param name="LastDay">Of showing, in Tokyo; null: a year.</param>
    internal sealed record Input(
        bool Emergency, string? TitleJa, string? BodyJa, string? TitleEn, string? BodyEn, string? TitleEasy, string? BodyEasy, string? Link, DateOnly? LastDay);

    /// <param name="id">The one to change; null for a new one.</param>
    /// <returns>Its id.</returns>
    public async Task<Result<Guid>> RunAsync(Guid? id, Input input, CancellationToken stop)
    {
        actor.Require(MessagingPermissions.Announce);
        var today = clock.Today();
        var errors = Errors(input, today);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var now = clock.Now();
        var announcement = id is { } known ? await FindAsync(known, stop) : new Announcement { Id = Guid.CreateVersion7(), PublishedAt = now };
        if (id is null) db.Add(announcement);
        announcement.Write(WordsOf(input), JapaneseDate.UtcOf((input.LastDay ?? today.AddYears(1)).AddDays(1), TimeOnly.MinValue), actor.Id, now);
        audit.Record(id is null ? "messaging.announce" : "messaging.announcementChanged", "announcement", announcement.Id.ToString(), new { announcement.Emergency, announcement.TitleJa });
        database.AfterCommit(board.Forget);
        return announcement.Id;
    }

    public async Task EndAsync(Guid id, CancellationToken stop)
    {
        actor.Require(MessagingPermissions.Announce);
        (await FindAsync(id, stop)).End(actor.Id, clock.Now());
        audit.Record("messaging.announcementEnded", "announcement", id.ToString());
        database.AfterCommit(board.Forget);
    }

    private async Task<Announcement> FindAsync(Guid id, CancellationToken stop) => await db.Announcements.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException();

    private static AnnouncementWords WordsOf(Input input) => new(
        input.Emergency, Line(input.TitleJa), Regular(input.BodyJa), Line(input.TitleEn), Regular(input.BodyEn), Line(input.TitleEasy), Regular(input.BodyEasy),
        string.IsNullOrWhiteSpace(input.Link) ? null : input.Link.Trim());

    private static string Regular(string? text) => TextRules.Normalise(text ?? "");

    private static string Line(string? text) => Regular(text).Replace('\n', ' ');

    private static List<FieldError> Errors(Input input, DateOnly today)
    {
        var errors = new List<FieldError>();
        Check(errors, "titleJa", input.TitleJa, Announcement.LongestTitle, required: true);
        Check(errors, "bodyJa", input.BodyJa, Announcement.LongestBody, required: true);
        // A title without its text, or the other way round, helps nobody.
        Check(errors, "titleEn", input.TitleEn, 2 * Announcement.LongestTitle, required: !string.IsNullOrWhiteSpace(input.BodyEn));
        Check(errors, "bodyEn", input.BodyEn, Announcement.LongestBody, required: !string.IsNullOrWhiteSpace(input.TitleEn));
        Check(errors, "titleEasy", input.TitleEasy, 2 * Announcement.LongestTitle, required: !string.IsNullOrWhiteSpace(input.BodyEasy));
        Check(errors, "bodyEasy", input.BodyEasy, Announcement.LongestBody, required: !string.IsNullOrWhiteSpace(input.TitleEasy));
        if (!IsLink(input.Link)) errors.Add(new FieldError("link", "announcement-link"));
        if (input.LastDay < today) errors.Add(new FieldError("lastDay", "announcement-past"));
        return errors;
    }

    private static void Check(List<FieldError> errors, string field, string? text, int limit, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) errors.Add(new FieldError(field, "missing"));
        }
        else if (!TextRules.IsClean(text))
        {
            errors.Add(new FieldError(field, "characters"));
        }
        else if (IsLonger(Regular(text), limit))
        {
            errors.Add(new FieldError(field, "tooLong", ("max", limit)));
        }
    }

    // The columns hold a quarter more units than characters are allowed: rare characters take two, marks upon them more.
    private static bool IsLonger(string text, int limit) => TextRules.Length(text) > limit || text.Length > limit * 5 / 4;

    // Within the site, or a whole https address: never //elsewhere, never a script.
    private static bool IsLink(string? link)
    {
        if (string.IsNullOrWhiteSpace(link)) return true;
        var address = link.Trim();
        if (address.Length > LongestLink || !TextRules.IsClean(address) || address.Contains('\\')) return false;
        if (address[0] == '/') return !address.StartsWith("//", StringComparison.Ordinal) && Uri.IsWellFormedUriString(address, UriKind.Relative);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
    }
}
