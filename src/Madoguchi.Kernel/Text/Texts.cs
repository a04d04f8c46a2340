using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Kernel.Keys;

namespace Madoguchi.Kernel.Text;

/// <summary>
/// Every sentence of every module, from the embedded <c>Text/ja.json</c>, <c>en.json</c>, <c>ja-easy.json</c>
/// (key → sentence with named arguments <c>{name}</c>). A city overrides sentences by files of the same form.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string>[] sentences;
    private readonly List<string> doubts = [];

    public Texts(IEnumerable<Assembly> assemblies, string? overridesFolder = null)
    {
        var byLanguage = Languages.All.Select(_ => new Dictionary<string, string>()).ToArray();
        foreach (var assembly in assemblies) Read(assembly, byLanguage);
        if (overridesFolder is not null) ReadOverrides(overridesFolder, byLanguage);
        sentences = [.. byLanguage.Select(s => s.ToFrozenDictionary())];
    }

    /// <summary>What in the city's files can have no effect: keys nothing asks for, arguments the sentence is not given.</summary>
    public IReadOnlyList<string> Doubts => doubts;

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
            Add(stream, byLanguage[(int)language], assembly.GetName().Name!);
        }
    }

    private void ReadOverrides(string folder, Dictionary<string, string>[] byLanguage)
    {
        foreach (var language in Languages.All)
        {
            var file = Path.Combine(folder, $"{language.Code()}.json");
            if (!File.Exists(file)) continue;
            foreach (var (key, sentence) in ReadOverride(file))
            {
                Doubt(file, key, sentence, byLanguage);
                byLanguage[(int)language][key] = sentence;
            }
        }
    }

    private static Dictionary<string, string> ReadOverride(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (JsonException fault)
        {
            throw new StartRefusedException($"文のファイルを読めません: {file}: {fault.Message}");
        }
    }

    private void Doubt(string file, string key, string sentence, Dictionary<string, string>[] byLanguage)
    {
        if (!byLanguage[(int)Language.Ja].TryGetValue(key, out var given)) doubts.Add($"{file}: {key} というキーはありません");
        else if (Arguments(sentence).Except(Arguments(given)).FirstOrDefault() is { } unknown) doubts.Add($"{file}: {key} に {{{unknown}}} という差し込みはありません");
    }

    // {name} is an argument, {漢字|かんじ} is ruby.
    private static IEnumerable<string> Arguments(string sentence) => Regex.Matches(sentence, @"\{([^{}|]+)\}").Select(m => m.Groups[1].Value);

    private static void Add(Stream stream, Dictionary<string, string> into, string origin)
    {
        foreach (var (key, sentence) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
        {
            if (!into.TryAdd(key, sentence)) throw new InvalidOperationException($"Text key {key} of {origin} exists already");
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
