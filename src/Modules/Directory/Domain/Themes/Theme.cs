using System.Text.Json.Serialization;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>What a city has set; what is null stays as the house has it.</summary>
internal sealed record Theme
{
    public static readonly Theme Plain = new();

    public ShownName? Name { get; init; }

    public KeyColours? Colours { get; init; }

    public PictureFacts? Mark { get; init; }

    public PictureFacts? Top { get; init; }

    /// <summary>What <see cref="Top"/> shows.</summary>
    public CityWords? TopText { get; init; }

    public CityWords? Greeting { get; init; }

    /// <summary>What differs, for the audit.</summary>
    public IEnumerable<string> ChangedFrom(Theme before)
    {
        if (Name != before.Name) yield return "name";
        if (Colours != before.Colours) yield return "colours";
        if (Mark != before.Mark) yield return "mark";
        if (Top != before.Top) yield return "picture";
        if (TopText != before.TopText) yield return "pictureText";
        if (Greeting != before.Greeting) yield return "greeting";
    }

    /// <summary>As pages are given it.</summary>
    public CityTheme Shown() => new(Mark?.Shown(), Top?.Shown(), TopText, Greeting, Colours?.Tones().Key.ToString());
}

/// <summary>A picture by its content.</summary>
internal sealed record PictureFacts(string Hash, string MediaType, int Width, int Height)
{
    [JsonIgnore]
    public string Extension => MediaType switch
    {
        "image/svg+xml" => "svg",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "webp",
    };

    public CityPicture Shown() => new($"/theme/{Hash}.{Extension}", MediaType, Width, Height);
}

/// <summary>A picture with its bytes.</summary>
internal sealed record Picture(PictureFacts Facts, byte[] Content);
