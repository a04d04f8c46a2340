using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Search;

/// <summary>Makes ways of writing the same word equal.</summary>
internal static class SearchFold
{
    private const string Small = "ぁぃぅぇぉっゃゅょゎゕゖ";
    private const string Large = "あいうえおつやゆよわかけ";
    private static readonly SearchValues<char> Smalls = SearchValues.Create(Small);

    // Each row is written with the vowel in front.
    private static readonly string[] Rows =
    [
        "あかがさざただなはばぱまやらわ", "いきぎしじちぢにひびぴみりゐ", "うくぐすずつづぬふぶぷむゆるゔ",
        "えけげせぜてでねへべぺめれゑ", "おこごそぞとどのほぼぽもよろを",
    ];

    // The others are written with surrogates, which are looked at one by one: half of one is no text.
    private static readonly SearchValues<char> SelectorUnits = SearchValues.Create([.. Enumerable.Range(0xFE00, 16).Select(c => (char)c)]);

    private static readonly FrozenDictionary<Rune, Rune> Variants = ReadVariants();

    public static List<Rune> Runes(string text)
    {
        var folded = new List<Rune>(text.Length);
        foreach (var rune in TextRules.Compatible(WithoutSelectors(text)).EnumerateRunes())
        {
            var last = folded.Count > 0 ? folded[^1] : default;
            folded.Add(rune.Value switch
            {
                >= 'ァ' and <= 'ヶ' => Kana((char)(rune.Value - 0x60)),
                >= 'ぁ' and <= 'ゖ' => Kana((char)rune.Value),
                'ー' => Vowel(last) ?? rune,
                '々' or '〻' when folded.Count > 0 => last,
                _ when Variants.TryGetValue(rune, out var common) => common,
                >= 0x3000 and < 0xA000 => rune,
                _ => Rune.ToLowerInvariant(rune),
            });
        }

        return folded;
    }

    private static string WithoutSelectors(string text)
    {
        if (!text.AsSpan().ContainsAny(SelectorUnits) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is not ((>= 0xE0100 and <= 0xE01EF) or (>= 0xFE00 and <= 0xFE0F))) kept.Append(rune);
        return kept.ToString();
    }

    private static Rune Kana(char hiragana) => new(Smalls.Contains(hiragana) ? Large[Small.IndexOf(hiragana)] : hiragana);

    private static Rune? Vowel(Rune before) =>
        before.IsBmp && Rows.FirstOrDefault(r => r.Contains((char)before.Value)) is { } row ? new Rune(row[0]) : null;

    private static FrozenDictionary<Rune, Rune> ReadVariants()
    {
        using var stream = typeof(SearchFold).Assembly.GetManifestResourceStream("Madoguchi.Kernel.Search.variants.txt")!;
        using var reader = new StreamReader(stream);
        var variants = new Dictionary<Rune, Rune>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var entry in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var runes = entry.EnumerateRunes().ToList();
                foreach (var variant in runes.Skip(1)) variants.Add(variant, runes[0]);
            }
        }

        return variants.ToFrozenDictionary();
    }
}
