namespace Madoguchi.Procedures.Paper;

/// <summary>The texts of a paper form in its language, as HTML.</summary>
internal sealed class PaperWords(Texts texts, Language language)
{
    public Language Language => language;

    public Texts Texts => texts;

    public string this[string key] => Markup.Of(texts.Get(language, key));

    public string this[string key, params IReadOnlyList<(string Name, object? Value)> arguments] => Markup.Of(texts.Get(language, key, arguments));

    public string Of(Phrase phrase) => Markup.Of(phrase.In(language));

    /// <summary>The text with arguments that keep their ruby.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, LocalizedText Text)> arguments)
    {
        var source = texts.Get(language, key).Source;
        foreach (var (name, text) in arguments) source = source.Replace("{" + name + "}", text.Source, StringComparison.Ordinal);
        return Markup.Of(source);
    }

    public string Fill(string key, params ReadOnlySpan<(string Name, Phrase Text)> arguments)
    {
        var source = texts.Get(language, key).Source;
        foreach (var (name, text) in arguments) source = source.Replace("{" + name + "}", text.In(language).Source, StringComparison.Ordinal);
        return Markup.Of(source);
    }
}
