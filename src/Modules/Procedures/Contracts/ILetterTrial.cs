namespace Madoguchi.Procedures.Contracts;

/// <summary>Tries whether a letter can be read and is whole, before anybody decides with it; implemented by the module that writes letters.</summary>
public interface ILetterTrial
{
    /// <summary>What is wrong; empty when the letter can go out.</summary>
    IReadOnlyList<LetterFault> Try(LetterTrial trial);

    /// <summary>The letter with these values as HTML, for a look.</summary>
    string Write(LetterTrial trial);
}

/// <summary>A letter with example values. <c>Letter</c> is what <see cref="ProcedureEdition.Letter"/> gives; <c>Result</c> and <c>Answers</c> come from <see cref="LetterValues"/>.</summary>
public sealed record LetterTrial(
    NoticeKind Notice, string Letter, string Authority, Appeal Appeal, DateOnly ArrivedOn, JsonObject Result, JsonObject Answers,
    IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions);

/// <summary><c>Place</c> is inside the notice: <c>body[2].facts[0].value</c>.</summary>
public sealed record LetterFault(string Place, string Reason);
