namespace Madoguchi.Kernel.Text;

/// <summary>The sentences in the language of the current request. Pages: <c>@inject Localizer Text</c>, then <c>@Text["key"]</c>.</summary>
public sealed class Localizer(Texts texts)
{
    /// <summary>Set once per request from the page address or Accept-Language.</summary>
    public Language Language { get; set; } = Language.Ja;

    public LocalizedText this[string key] => texts.Get(Language, key);

    public LocalizedText this[string key, params IReadOnlyList<(string Name, object? Value)> arguments] => texts.Get(Language, key, arguments);

    public bool Has(string key) => texts.Has(key);
}
