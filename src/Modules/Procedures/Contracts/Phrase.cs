namespace Madoguchi.Procedures.Contracts;

/// <summary>A text of a definition in up to three languages; Japanese stands in where one is missing.</summary>
public sealed class Phrase
{
    private readonly LocalizedText ja;
    private readonly LocalizedText? en;
    private readonly LocalizedText? easy;

    /// <summary>A text known in Japanese and perhaps in English and easy Japanese (with ruby marks).</summary>
    public Phrase(string ja, string? en = null, string? easy = null)
    {
        this.ja = new LocalizedText(ja);
        this.en = en is null ? null : new LocalizedText(en);
        this.easy = easy is null ? null : new LocalizedText(easy);
    }

    /// <summary>The Japanese text.</summary>
    public string Ja => ja.ToString();

    /// <summary>Whether all three languages are there.</summary>
    public bool IsComplete => en is not null && easy is not null;

    /// <summary>The text in a language.</summary>
    public LocalizedText In(Language language) => language switch
    {
        Language.En => en ?? ja,
        Language.JaEasy => easy ?? ja,
        _ => ja,
    };

    /// <inheritdoc />
    public override string ToString() => Ja;
}
