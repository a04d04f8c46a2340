using Madoguchi.DesignSystem;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain.Themes;

namespace Madoguchi.Directory.SetTheme;

/// <summary>One edition ready to be shown: its style sheet and its pictures are in memory.</summary>
internal sealed class ShownTheme(Guid? id, Theme theme, IReadOnlyList<Picture> pictures)
{
    public static readonly ShownTheme Plain = new(null, Theme.Plain, []);

    /// <summary>Null before anybody published anything.</summary>
    public Guid? Id => id;

    public Theme Theme => theme;

    public CityTheme City { get; } = theme.Shown();

    public StyleSheet Sheet { get; } = theme.Colours is null ? StyleSheet.Plain : new StyleSheet(theme.Colours.Tones().Rules());

    public Picture? Picture(string hash) => pictures.FirstOrDefault(p => p.Facts.Hash == hash);
}
