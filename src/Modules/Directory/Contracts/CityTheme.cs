using Madoguchi.Kernel.Text;

namespace Madoguchi.Directory.Contracts;

/// <summary>How the city shows itself beside its name (<see cref="Names.NameIn(City, Language)"/>) and its colours. Answers from memory.</summary>
public interface ICityTheme
{
    /// <summary>The theme of now: at most half a minute older than what another node published.</summary>
    CityTheme Current { get; }
}

/// <summary>Mark, picture, greeting and colour; each is null when the city has set none.</summary>
/// <param name="Mark">Stands beside the name; it says nothing the name does not.</param>
/// <param name="Top">The picture of the home page.</param>
/// <param name="TopText">What the picture shows.</param>
/// <param name="Greeting">A sentence or two of the home page.</param>
/// <param name="KeyColour">As <c>#006b4a</c>.</param>
public sealed record CityTheme(CityPicture? Mark, CityPicture? Top, CityWords? TopText, CityWords? Greeting, string? KeyColour = null)
{
    /// <summary>Nothing of its own.</summary>
    public static readonly CityTheme Plain = new(null, null, null, null);
}

/// <summary>A picture at its address, which is named by its content.</summary>
/// <param name="Path">Without the language: <c>/theme/HASH.png</c>.</param>
public sealed record CityPicture(string Path, string MediaType, int Width, int Height);

/// <summary>Words of the city in the three languages; easy Japanese may carry ruby as <c>{漢字|かんじ}</c>.</summary>
public sealed record CityWords(string Ja, string En, string Easy)
{
    /// <summary>Those of the language; Japanese where the city wrote none.</summary>
    public LocalizedText In(Language language) => Spoken(language) switch
    {
        Language.En => En,
        Language.JaEasy => Easy,
        _ => Ja,
    };

    /// <summary>The language <see cref="In"/> really speaks, for the <c>lang</c> attribute.</summary>
    public Language Spoken(Language language) => string.IsNullOrEmpty(language == Language.En ? En : Easy) ? Language.Ja : language;
}

/// <summary>The name pages show. Addresses, notices and mail keep the city's own.</summary>
/// <param name="Kana">Its reading in katakana.</param>
/// <param name="Easy">With ruby; empty: the name with its reading.</param>
public sealed record ShownName(string Ja, string Kana, string En, string Easy);
