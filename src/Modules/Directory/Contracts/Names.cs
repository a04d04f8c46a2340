using Madoguchi.Kernel.Text;

namespace Madoguchi.Directory.Contracts;

/// <summary>Names of the city and its divisions in the language of a page; easy Japanese carries the reading.</summary>
public static class Names
{
    /// <summary>The name pages show: that of the city's theme, else its own.</summary>
    public static LocalizedText NameIn(this City city, Language language) => city.Shown switch
    {
        null => In(language, city.Name, city.English, city.Kana),
        { Easy.Length: > 0 } shown when language == Language.JaEasy => shown.Easy,
        var shown => In(language, shown.Ja, shown.En, shown.Kana),
    };

    public static LocalizedText NameIn(this Division division, Language language) => In(language, division.Name, division.English, division.Kana);

    internal static LocalizedText In(Language language, string name, string english, string kana) => language switch
    {
        Language.En when english.Length > 0 => english,
        Language.JaEasy when kana.Length > 0 => $"{{{name}|{string.Concat(kana.Select(Hiragana))}}}",
        _ => name,
    };

    private static char Hiragana(char c) => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c;
}
