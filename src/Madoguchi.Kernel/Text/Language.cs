namespace Madoguchi.Kernel.Text;

/// <summary>The languages of resident pages. Not CultureInfo: .NET maps ja-x-easy to ja silently.</summary>
public enum Language
{
    Ja,
    En,
    JaEasy,
}

/// <summary>Codes and addresses of <see cref="Language"/>.</summary>
public static class Languages
{
    /// <summary>All, Japanese first.</summary>
    public static readonly IReadOnlyList<Language> All = [Language.Ja, Language.En, Language.JaEasy];

    /// <summary>Name used in files and page addresses: <c>ja</c>, <c>en</c>, <c>ja-easy</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.En => "en",
        Language.JaEasy => "ja-easy",
        _ => "ja",
    };

    /// <summary>The language of a <see cref="Code"/>; null for any other text.</summary>
    public static Language? Parse(string code) => code switch
    {
        "ja" => Language.Ja,
        "en" => Language.En,
        "ja-easy" => Language.JaEasy,
        _ => null,
    };

    /// <summary>What page addresses begin with: nothing for Japanese, <c>/en</c>, <c>/ja-easy</c>.</summary>
    public static string Prefix(this Language language) => language == Language.Ja ? "" : "/" + language.Code();

    /// <summary>BCP 47 tag for the <c>lang</c> attribute: easy Japanese is Japanese.</summary>
    public static string HtmlLang(this Language language) => language == Language.En ? "en" : "ja";

    /// <summary>Name in its own language.</summary>
    public static string OwnName(this Language language) => language switch
    {
        Language.En => "English",
        Language.JaEasy => "やさしい日本語",
        _ => "日本語",
    };

    /// <summary>The best language for an Accept-Language header (ja, en, ja-x-easy); Japanese when nothing fits.</summary>
    public static Language FromHeader(string? acceptLanguage)
    {
        foreach (var part in (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var tag = part.Split(';')[0].Trim().ToLowerInvariant();
            if (tag is "ja-x-easy" or "ja-easy") return Language.JaEasy;
            if (tag == "ja" || tag.StartsWith("ja-", StringComparison.Ordinal)) return Language.Ja;
            if (tag == "en" || tag.StartsWith("en-", StringComparison.Ordinal)) return Language.En;
        }

        return Language.Ja;
    }
}
