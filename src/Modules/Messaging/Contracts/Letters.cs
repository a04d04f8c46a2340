using Madoguchi.Directory.Contracts;

namespace Madoguchi.Messaging.Contracts;

/// <summary>A letter from the city to an account: into the inbox, and by mail unless <paramref name="ByMail"/> is false.</summary>
/// <param name="Application">受付番号 it speaks of.</param>
/// <param name="Kind">One of <see cref="LetterKinds"/>.</param>
/// <param name="Subject">Becomes the subject of the mail: no personal data.</param>
/// <param name="Body">Plain text with line breaks.</param>
/// <param name="FromDivision">Code of the division that answers questions; the city when null.</param>
/// <param name="MailBody">What the mail says in place of <paramref name="Body"/>, when that must not leave the house.</param>
/// <param name="Language">Of subject and body; the mail's closing lines follow it.</param>
public sealed record Letter(
    string ToAccount, string? Application, string Kind, string Subject, string Body, bool ByMail = true, string? FromDivision = null,
    string? MailBody = null, Language Language = Language.Ja);

/// <summary>A message from a resident to the division that works the matter.</summary>
public sealed record DivisionLetter(string ToDivision, string FromAccount, string Application, string Subject, string Body);

/// <summary>Kinds of letters with default sentences <c>mail.&lt;kind&gt;.subject</c> and <c>.body</c>.</summary>
public static class LetterKinds
{
    public const string Arrived = "arrived";
    public const string CorrectionRequested = "correctionRequested";
    public const string CorrectionOverdue = "correctionOverdue";
    public const string NoticeAvailable = "noticeAvailable";
    public const string Completed = "completed";
    public const string BookingConfirmed = "bookingConfirmed";
    public const string BookingWaiting = "bookingWaiting";
    public const string BookingOffered = "bookingOffered";
    public const string BookingCancelled = "bookingCancelled";

    /// <summary>Free text of a person, either way.</summary>
    public const string Message = "message";
}

/// <summary>Sends letters: only rows of the acting transaction, the mail leaves after the commit.</summary>
public interface ILetters
{
    void Send(Letter letter);

    void Send(DivisionLetter letter);

    /// <summary>Marks as read what this account received (of one application, or everything when null), in the acting transaction.</summary>
    Task MarkReadAsync(string accountId, string? application, CancellationToken stop = default);
}

/// <summary>A letter as inboxes show it.</summary>
/// <param name="ReadAt">When the addressee read it; always null for letters to a division.</param>
/// <param name="FromResident">Written by a resident to <paramref name="Division"/>; otherwise by the division (null: the city) to the resident.</param>
public sealed record LetterItem(Guid Id, DateTime At, string? Application, string Kind, string Subject, string Body, DateTime? ReadAt, bool FromResident, DivisionRef? Division);

/// <summary>Reads letters. Says nothing about who may: the caller has asked.</summary>
public interface ILetterBox
{
    /// <summary>What an account received, newest first; with the cursor of the next page when there are more.</summary>
    /// <param name="after">The cursor of the page before; null for the newest.</param>
    Task<(IReadOnlyList<LetterItem> Letters, string? Next)> ReceivedAsync(string accountId, string? after, int limit, CancellationToken stop = default);

    /// <summary>The whole correspondence about a matter, newest first.</summary>
    Task<IReadOnlyList<LetterItem>> OfApplicationAsync(string application, CancellationToken stop = default);

    /// <summary>How many letters to this account are unread.</summary>
    Task<int> UnreadAsync(string accountId, CancellationToken stop = default);
}
