using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Messaging.Domain;

/// <summary>お知らせ: what the city tells everybody, from its day to its last one. English and easy Japanese are empty where nobody wrote them.</summary>
internal sealed class Announcement
{
    public const int LongestTitle = 80;
    public const int LongestBody = 4000;

    public Guid Id { get; init; }

    /// <summary>Danger to life and property: shown above everything.</summary>
    public bool Emergency { get; private set; }

    public string TitleJa { get; private set; } = "";

    public string BodyJa { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string BodyEn { get; private set; } = "";

    public string TitleEasy { get; private set; } = "";

    public string BodyEasy { get; private set; } = "";

    /// <summary>A page of this site (<c>/…</c>) or an address (<c>https://…</c>) with more.</summary>
    public string? Link { get; private set; }

    public DateTime PublishedAt { get; init; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>The first instant at which it is shown no more.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Account of the officer who wrote it last.</summary>
    public string WrittenBy { get; private set; } = "";

    public void Write(AnnouncementWords words, DateTime endsAt, string officer, DateTime now)
    {
        Emergency = words.Emergency;
        (TitleJa, BodyJa) = (words.TitleJa, words.BodyJa);
        (TitleEn, BodyEn) = (words.TitleEn, words.BodyEn);
        (TitleEasy, BodyEasy) = (words.TitleEasy, words.BodyEasy);
        Link = words.Link;
        EndsAt = endsAt;
        WrittenBy = officer;
        UpdatedAt = now;
    }

    /// <summary>From now on it is shown no more.</summary>
    public void End(string officer, DateTime now)
    {
        if (EndsAt > now) EndsAt = now;
        WrittenBy = officer;
        UpdatedAt = now;
    }

    /// <summary>As readers see it.</summary>
    public ShownAnnouncement Shown() => new(
        Id, Emergency, new Dictionary<Language, (string, string)> { [Language.Ja] = (TitleJa, BodyJa), [Language.En] = (TitleEn, BodyEn), [Language.JaEasy] = (TitleEasy, BodyEasy) },
        Link, PublishedAt, UpdatedAt, EndsAt);
}

/// <summary>What an officer wrote, made regular.</summary>
internal sealed record AnnouncementWords(
    bool Emergency, string TitleJa, string BodyJa, string TitleEn, string BodyEn, string TitleEasy, string BodyEasy, string? Link);

/// <summary>An announcement with its words in all languages; empty where nobody wrote them.</summary>
internal sealed record ShownAnnouncement(
    Guid Id, bool Emergency, IReadOnlyDictionary<Language, (string Title, string Body)> Words, string? Link, DateTime PublishedAt, DateTime UpdatedAt, DateTime EndsAt)
{
    public AnnouncementItem Item(Language wanted)
    {
        var language = Words[wanted].Title.Length > 0 ? wanted : Language.Ja;
        var (title, body) = Words[language];
        return new AnnouncementItem(Id, Emergency, new LocalizedText(title), new LocalizedText(body), language, PublishedAt, UpdatedAt, Link);
    }
}
