namespace Madoguchi.Studio.Domain;

/// <summary>What somebody said about a question of a draft, or about the whole of it.</summary>
internal sealed class DraftComment
{
    public const int LongestBody = 1000;
    public const int LongestName = 50;
    public const int LongestQuestion = 100;
    public const int LongestLabel = 200;

    /// <summary>Of one draft.</summary>
    public const int Most = 500;

    public Guid Id { get; init; }

    public Guid DraftId { get; init; }

    /// <summary><c>id</c> or <c>group.id</c>; empty for the whole.</summary>
    public required string Question { get; init; }

    /// <summary>What the question was called then: it may be gone by now.</summary>
    public required string Label { get; init; }

    public required string Body { get; init; }

    /// <summary>The officer; null when it came by a link.</summary>
    public string? SaidBy { get; init; }

    public Guid? LinkId { get; init; }

    /// <summary>As the holder of a link called themselves.</summary>
    public string? Name { get; init; }

    public DateTime SaidAt { get; init; }

    public string? DoneBy { get; private set; }

    public DateTime? DoneAt { get; private set; }

    /// <summary>済み: dealt with.</summary>
    public void Finish(string by, DateTime now) => (DoneBy, DoneAt) = (by, now);

    public void Reopen() => (DoneBy, DoneAt) = (null, null);

    /// <summary>The words as they are kept, or what is wrong with them under the name of their field.</summary>
    public static (string Body, FieldError? Error) Read(string? typed)
    {
        var body = TextRules.Normalise((typed ?? "").ReplaceLineEndings("\n")).Trim();
        return (body, body.Length == 0 ? new FieldError("Body", "missing")
            : !TextRules.IsClean(body.Replace('\n', ' ')) ? new FieldError("Body", "studio-comment-characters")
            : TextRules.IsLonger(body, LongestBody) ? new FieldError("Body", "studio-comment-long", ("max", LongestBody)) : null);
    }
}
