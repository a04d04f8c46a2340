using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Messaging.Domain;

/// <summary>A letter as it lies in the boxes of both sides: city to account, or account to division.</summary>
internal sealed class SentLetter
{
    public Guid Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null when it goes to a division.</summary>
    public string? ToAccount { get; init; }

    public string? ToDivision { get; init; }

    /// <summary>Null when it comes from the city.</summary>
    public string? FromAccount { get; init; }

    public string? FromDivision { get; init; }

    public string? Application { get; init; }

    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>What the mail says when it is not the body.</summary>
    public string? MailBody { get; init; }

    public Language Language { get; init; }

    public DateTime? ReadAt { get; private set; }

    public bool FromResident => FromAccount is not null;

    public static SentLetter Of(Letter letter, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        At = now,
        ToAccount = letter.ToAccount,
        FromDivision = letter.FromDivision,
        Application = letter.Application,
        Kind = letter.Kind,
        Subject = Line(letter.Subject),
        Body = TextRules.Normalise(letter.Body),
        MailBody = letter.MailBody is null ? null : TextRules.Normalise(letter.MailBody),
        Language = letter.Language,
    };

    public static SentLetter Of(DivisionLetter letter, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        At = now,
        ToDivision = letter.ToDivision,
        FromAccount = letter.FromAccount,
        Application = letter.Application,
        Kind = LetterKinds.Message,
        Subject = Line(letter.Subject),
        Body = TextRules.Normalise(letter.Body),
    };

    /// <summary>The first reading counts.</summary>
    public void MarkRead(DateTime now) => ReadAt ??= now;

    // A subject becomes a header of the mail: one line, whatever was in it.
    private static string Line(string text) => string.Concat(TextRules.Normalise(text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
