using System.Globalization;
using System.Text;
using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Messaging.Letters;

/// <summary>Default sentences <c>mail.kind.subject</c> and <c>.body</c>, or a procedure's own, with their arguments put in.</summary>
internal sealed class LetterComposer(Texts texts, IDirectory directory, CityOptions options) : ILetterTexts
{
    public Letter Compose(string kind, LetterFacts facts, LetterWords? own = null, Language language = Language.Ja)
    {
        var arguments = Arguments(facts, language);
        return new Letter(
            facts.ToAccount, facts.IntakeNumber, kind,
            Fill(own?.Subject ?? Default(language, kind, "subject"), arguments),
            Fill(own?.Body ?? Default(language, kind, "body"), arguments),
            FromDivision: facts.Division, Language: language);
    }

    public Letter Message(LetterFacts facts, string words, Language language = Language.Ja)
    {
        var letter = Compose(LetterKinds.Message, facts, null, language);
        return letter with { Body = words, MailBody = letter.Body };
    }

    private string Default(Language language, string kind, string part) => texts.Get(language, $"mail.{kind}.{part}").Source;

    private (string Name, string Value)[] Arguments(LetterFacts facts, Language language)
    {
        var division = directory.Division(facts.Division);
        var english = language == Language.En;
        return
        [
            ("procedure", facts.Procedure),
            ("intakeNumber", facts.IntakeNumber),
            ("division", (english ? division?.English : division?.Name) ?? directory.City.Name),
            ("telephone", division?.Telephone ?? directory.City.Telephone),
            ("dueOn", facts.DueOn is { } day ? english ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : JapaneseDate.Format(day) : ""),
            ("url", MyPage.Url(options, language, facts.IntakeNumber)),
            ("session", facts.Session ?? ""),
        ];
    }

    // Ruby goes first: what is put in afterwards is read neither as ruby nor as another argument.
    private static string Fill(string sentence, (string Name, string Value)[] arguments)
    {
        var plain = new LocalizedText(sentence).ToString();
        var filled = new StringBuilder(plain.Length + 128);
        var at = 0;
        while (plain.IndexOf('{', at) is >= 0 and var open && plain.IndexOf('}', open) is >= 0 and var close)
        {
            filled.Append(plain, at, open - at);
            var name = plain.AsSpan(open + 1, close - open - 1);
            var found = Array.FindIndex(arguments, a => a.Name.Length == close - open - 1 && plain.AsSpan(open + 1, a.Name.Length).SequenceEqual(a.Name));
            if (found >= 0) filled.Append(arguments[found].Value);
            else filled.Append('{').Append(name).Append('}');
            at = close + 1;
        }

        return filled.Append(plain, at, plain.Length - at).ToString();
    }
}

/// <summary>Where a letter sends its reader.</summary>
internal static class MyPage
{
    public static string Url(CityOptions options, Language language, string? application)
    {
        var start = options.PublicUrl + language.Prefix();
        return application is null ? $"{start}/my" : $"{start}/my/applications/{application}";
    }
}
