using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Madoguchi.Kernel.Text;

/// <summary>
/// Every sentence of every module, from the embedded <c>Text/ja.json</c>, <c>en.json</c>, <c>ja-easy.json</c>
/// (key → sentence with named arguments <c>{name}</c>). A city overrides sentences by files of the same form.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string>[] sentences;

    public Texts(IEnumerable<Assembly> assemblies, string? overridesFolder = null)
    {
        var byLanguage = Languages.All.Select(_ => new Dictionary<string, string>()).ToArray();
        foreach (var assembly in assemblies) Read(assembly, byLanguage);
        if (overridesFolder is not null) ReadOverrides(overridesFolder, byLanguage);
        sentences = [.. byLanguage.Select(s => s.ToFrozenDictionary())];
    }

    /// <summary>All keys of a language; for tests of completeness.</summary>
    public IEnumerable<string> Keys(Language language) => sentences[(int)language].Keys;

    /// <summary>The sentence with its arguments put in; Japanese when the language lacks it, the key itself when nothing has it.</summary>
    public LocalizedText Get(Language language, string key, params IReadOnlyList<(string Name, object? Value)> arguments) =>
        new(Find(language, key) is { } sentence ? Fill(sentence, arguments) : key);

    /// <summary>Whether a sentence exists under this key in Japanese.</summary>
    public bool Has(string key) => sentences[(int)Language.Ja].ContainsKey(key);

    private static void Read(Assembly assembly, Dictionary<string, string>[] byLanguage)
    {
        foreach (var language in Languages.All)
        {
            var resource = assembly.GetManifestResourceNames()
                .FirstOrDefault(n => n.EndsWith($".Text.{language.Code()}.json", StringComparison.Ordinal));
            if (resource is null) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            Add(stream, byLanguage[(int)language], assembly.GetName().Name!, replace: false);
        }
    }

    private static void ReadOverrides(string folder, Dictionary<string, string>[] byLanguage)
    {
        foreach (var language in Languages.All)
        {
            var file = Path.Combine(folder, $"{language.Code()}.json");
            if (!File.Exists(file)) continue;
            using var stream = File.OpenRead(file);
            Add(stream, byLanguage[(int)language], file, replace: true);
        }
    }

    private static void Add(Stream stream, Dictionary<string, string> into, string origin, bool replace)
    {
        foreach (var (key, sentence) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
        {
            if (replace) into[key] = sentence;
            else if (!into.TryAdd(key, sentence)) throw new InvalidOperationException($"Text key {key} of {origin} exists already");
        }
    }

    private string? Find(Language language, string key) =>
        sentences[(int)language].TryGetValue(key, out var own) ? own
        : sentences[(int)Language.Ja].GetValueOrDefault(key);

    private static string Fill(string sentence, IReadOnlyList<(string Name, object? Value)> arguments)
    {
        if (arguments.Count == 0) return sentence;

        var filled = new StringBuilder(sentence);
        foreach (var (name, value) in arguments) filled.Replace("{" + name + "}", Plain(Convert.ToString(value, CultureInfo.InvariantCulture)));
        return filled.ToString();
    }

    // What somebody typed must become neither ruby nor the place of another argument.
    private static string? Plain(string? value) => value?.Replace('|', '｜').Replace('{', '｛').Replace('}', '｝');
}
