namespace Madoguchi.Messaging.Contracts;

/// <summary>What sentences of letters may name as <c>{procedure} {intakeNumber} {division} {telephone} {dueOn} {url} {session}</c>.</summary>
/// <param name="ToAccount">Account of the addressee.</param>
/// <param name="Procedure">Title of the procedure, in the letter's language.</param>
/// <param name="IntakeNumber">受付番号.</param>
/// <param name="Division">Code of the division; its name and telephone come from Directory.</param>
/// <param name="DueOn">Shown as 令和8年11月22日 (or 22 November 2026).</param>
/// <param name="Session">Words of a booked session.</param>
public sealed record LetterFacts(string ToAccount, string Procedure, string IntakeNumber, string Division, DateOnly? DueOn = null, string? Session = null);

/// <summary>Sentences of a procedure in place of the defaults; either may be null.</summary>
public sealed record LetterWords(string? Subject, string? Body);

/// <summary>Composes letters from the default sentences or a procedure's own.</summary>
public interface ILetterTexts
{
    /// <param name="kind">One of <see cref="LetterKinds"/>.</param>
    /// <param name="own">The procedure's sentences in <paramref name="language"/>.</param>
    Letter Compose(string kind, LetterFacts facts, LetterWords? own = null, Language language = Language.Ja);

    /// <summary>An officer's message: the inbox gets its words, the mail only says that there is one.</summary>
    Letter Message(LetterFacts facts, string words, Language language = Language.Ja);
}
