using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain.Themes;

namespace Madoguchi.Directory.SetTheme;

/// <summary>What came of an input: a theme, the new pictures, and what is wrong with it.</summary>
internal sealed record Judged(Theme Theme, IReadOnlyList<Picture> Pictures, IReadOnlyList<FieldError> Errors);

/// <summary>Judges a theme field by field: names and words in three languages, colours by every pairing they make, pictures by their first bytes.</summary>
internal sealed class JudgeTheme(Texts texts)
{
    /// <param name="before">What keeps its pictures unless they are replaced.</param>
    public Judged Judge(ThemeInput input, Theme before)
    {
        var errors = new List<FieldError>();
        var mark = PictureOf(errors, "mark", input.Mark, ThemeInput.LargestMark, input.RemoveMark ? null : before.Mark, svg: true);
        var top = PictureOf(errors, "top", input.Top, ThemeInput.LargestTop, input.RemoveTop ? null : before.Top, svg: false);
        var theme = new Theme
        {
            Name = NameOf(errors, input),
            Colours = ColoursOf(errors, input),
            Mark = mark.Facts,
            Top = top.Facts,
            TopText = WordsOf(errors, "text", input.TextJa, input.TextEn, input.TextEasy, required: top.Facts is not null),
            Greeting = WordsOf(errors, "greeting", input.GreetingJa, input.GreetingEn, input.GreetingEasy, required: false),
        };
        return new(theme with { TopText = theme.Top is null ? null : theme.TopText }, [.. new[] { mark.New, top.New }.OfType<Picture>()], errors);
    }

    private static ShownName? NameOf(List<FieldError> errors, ThemeInput input)
    {
        var any = IsAny(input.NameJa, input.NameKana, input.NameEn, input.NameEasy);
        Check(errors, "nameJa", input.NameJa, ThemeInput.LongestName, any);
        Check(errors, "nameKana", input.NameKana, ThemeInput.LongestName, any);
        Check(errors, "nameEn", input.NameEn, 2 * ThemeInput.LongestName, any);
        Check(errors, "nameEasy", input.NameEasy, 2 * ThemeInput.LongestName, required: false);
        if (!any) return null;
        var kana = TextRules.Katakana(Line(input.NameKana));
        if (kana.Any(c => c is not ((>= 'ァ' and <= 'ー') or ' ' or '　'))) errors.Add(new("nameKana", "theme-kana"));
        return new(Line(input.NameJa), kana, Line(input.NameEn), Line(input.NameEasy));
    }

    private static CityWords? WordsOf(List<FieldError> errors, string field, string? ja, string? en, string? easy, bool required)
    {
        // A sentence in one language alone leaves the readers of the others before nothing.
        var any = required || IsAny(ja, en, easy);
        Check(errors, field + "Ja", ja, ThemeInput.LongestWords, any);
        Check(errors, field + "En", en, 2 * ThemeInput.LongestWords, any);
        Check(errors, field + "Easy", easy, 2 * ThemeInput.LongestWords, any);
        return any ? new(Line(ja), Line(en), Line(easy)) : null;
    }

    private KeyColours? ColoursOf(List<FieldError> errors, ThemeInput input)
    {
        var given = new Dictionary<string, string?>
        {
            ["key"] = input.Key, ["hover"] = input.Hover, ["active"] = input.Active, ["pale"] = input.Pale, ["soft"] = input.Soft, ["deep"] = input.Deep,
        };
        var read = given.Where(g => !string.IsNullOrWhiteSpace(g.Value)).ToDictionary(g => g.Key, g => g.Value!.Length > 20 ? null : Colour.Parse(g.Value!)?.ToString());
        foreach (var (field, _) in read.Where(r => r.Value is null)) errors.Add(new(field, "theme-colour"));
        if (read.Count == 0 || read.ContainsValue(null)) return null;
        if (!read.ContainsKey("key"))
        {
            errors.Add(new("key", "missing"));
            return null;
        }

        var colours = new KeyColours(read["key"]!, read.GetValueOrDefault("hover"), read.GetValueOrDefault("active"), read.GetValueOrDefault("pale"), read.GetValueOrDefault("soft"), read.GetValueOrDefault("deep"));
        errors.AddRange(colours.Tones().Pairings().Where(p => !p.Holds).Select(p => Fault(p, p.Tones.FirstOrDefault(read.ContainsKey) ?? "key")));
        return colours;
    }

    private FieldError Fault(Pairing pairing, string field) => new(
        field, "theme-contrast", ("pair", texts.Get(Language.Ja, $"staff.theme.pair.{pairing.Name}")), ("ratio", pairing.Shown),
        ("least", pairing.Least.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static (PictureFacts? Facts, Picture? New) PictureOf(List<FieldError> errors, string field, byte[]? content, int largest, PictureFacts? kept, bool svg)
    {
        if (content is null || content.Length == 0) return (kept, null);
        if (content.Length > largest)
        {
            errors.Add(new(field, "theme-too-large", ("size", $"{largest / 1024}KB")));
            return (kept, null);
        }

        var isXml = content.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);
        var picture = svg && isXml ? CleanSvg.Read(content) : PictureReading.Read(content);
        if (picture is not null && (!svg || isXml || picture.Facts.MediaType == "image/png")) return (picture.Facts, picture);
        errors.Add(new(field, svg && isXml ? "theme-svg" : svg ? "theme-mark" : "theme-picture"));
        return (kept, null);
    }

    private static bool IsAny(params ReadOnlySpan<string?> words)
    {
        foreach (var word in words)
            if (!string.IsNullOrWhiteSpace(word)) return true;
        return false;
    }

    private static string Line(string? text) => TextRules.Normalise(text is not null && TextRules.IsClean(text) ? text : "").Replace('\n', ' ');

    private static void Check(List<FieldError> errors, string field, string? text, int limit, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) errors.Add(new(field, "missing"));
        }
        else if (!TextRules.IsClean(text)) errors.Add(new(field, "characters"));
        else if (TextRules.IsLonger(text, limit)) errors.Add(new(field, "tooLong", ("max", limit)));
    }
}
