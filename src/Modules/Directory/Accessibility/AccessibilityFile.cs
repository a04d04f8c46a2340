using System.Text.Json;
using System.Text.Json.Serialization;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Accessibility;

/// <summary>Reads <c>accessibility.json</c> of the data folder (in the demo: of the demo city) at the start; a wrong one stops it.</summary>
internal sealed class AccessibilityFile(CityOptions options, IDirectory directory) : IStartup
{
    private static readonly JsonSerializerOptions Strict = new(JsonText.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = false };

    public AccessibilityReport Report { get; private set; } = AccessibilityReport.None;

    public Task StartAsync(CancellationToken stop)
    {
        var path = new[] { Path.Combine(options.DataFolder, "accessibility.json"), options.Demo ? Path.Combine(options.DemoFolder, "accessibility.json") : null }.FirstOrDefault(File.Exists);
        if (path is null) return Task.CompletedTask;
        var report = Read(path);
        var faults = Faults(report).ToList();
        if (faults.Count > 0) throw new StartRefusedException($"アクセシビリティのファイルに誤りがあります: {path}\n  {string.Join("\n  ", faults)}");
        Report = report;
        return Task.CompletedTask;
    }

    private static AccessibilityReport Read(string path)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(content);
            var empty = Empty(json.RootElement, "").ToList();
            if (empty.Count > 0) throw new StartRefusedException($"アクセシビリティのファイルに誤りがあります: {path}\n  {string.Join("\n  ", empty.Select(e => $"{e}: 中身がありません（null）。書くか、行ごと消してください。"))}");
            return json.RootElement.Deserialize<AccessibilityReport>(Strict) ?? AccessibilityReport.None;
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new StartRefusedException($"アクセシビリティのファイルを読めません: {path}: {fault.Message}");
        }
    }

    // An element of a list that is nothing would be met by the page.
    private static IEnumerable<string> Empty(JsonElement of, string place) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(p => Empty(p.Value, place.Length == 0 ? p.Name : $"{place}.{p.Name}")),
        JsonValueKind.Array => of.EnumerateArray().SelectMany((item, i) => item.ValueKind == JsonValueKind.Null ? [$"{place}[{i}]"] : Empty(item, $"{place}[{i}]")),
        _ => [],
    };

    private IEnumerable<string> Faults(AccessibilityReport report)
    {
        if (report.Policy is { } policy)
        {
            if (policy.Division is { } division && directory.Division(division) is null) yield return $"policy.division: {division} という課はありません。";
            foreach (var words in (policy.Exceptions ?? []).Concat(policy.Problems ?? []).Append(policy.Scope).Where(w => w is { Ja: null or "" })) yield return $"policy: 日本語のない文があります ({words})。";
        }

        if (report.Result is not { } result) yield break;
        foreach (var words in (result.Means ?? []).Concat((result.Criteria ?? []).Select(c => c.Note)).Append(result.Plan).Where(w => w is { Ja: null or "" })) yield return $"result: 日本語のない文があります ({words})。";
        if (result.StatedOn == default || result.From == default || result.To == default) yield return "result: statedOn、from、to に日付を書いてください。";
        if (result.From > result.To || result.To > result.StatedOn) yield return "result: from、to、statedOn の順の日付にしてください。";
        if (result.Pages is not { Count: > 0 }) yield return "result.pages: 試験をしたページを書いてください。";
        foreach (var page in (result.Pages ?? []).Where(p => !p.StartsWith('/') || p.StartsWith("//", StringComparison.Ordinal))) yield return $"result.pages: {page} は「/」で始まるこのサイトのアドレスではありません。";
        if (result.Technologies is not { Count: > 0 }) yield return "result.technologies: 依存したウェブコンテンツ技術を書いてください。";
        foreach (var fault in Faults(result, result.Criteria ?? [])) yield return fault;
    }

    private static IEnumerable<string> Faults(TestResult result, IReadOnlyList<CriterionResult> given)
    {
        foreach (var number in Criteria.All)
            if (given.Count(c => c.Number == number) is not 1 and var times) yield return $"result.criteria: {number} が{times}回あります。38の達成基準を1回ずつ書いてください。";
        foreach (var other in given.Where(c => !Criteria.All.Contains(c.Number))) yield return $"result.criteria: {other.Number} はレベルA・AAの達成基準ではありません。";
        foreach (var row in given)
        {
            if (!row.Applies && (row.Result is not null || row.By is not null)) yield return $"result.criteria: {row.Number} は適用がないので、result と by は書けません。";
            if (row.Applies && row.Result is null) yield return $"result.criteria: {row.Number} に result を書いてください（pass、fail、untested）。";
            if (row.Result is Outcome.Pass or Outcome.Fail && row.By is null) yield return $"result.criteria: {row.Number} をだれが確かめたか、by に書いてください（machine、people、both）。";
            if (row.Result == Outcome.Untested && row.By is not null) yield return $"result.criteria: {row.Number} は試験をしていないので、by は書けません。";
            if (row.Result == Outcome.Fail && row.Note is null) yield return $"result.criteria: {row.Number} を満たしていない理由を note に書いてください。";
        }

        if (given.Any(c => c.Result == Outcome.Fail) && result.Plan is null) yield return "result.plan: 満たしていない達成基準があります。今後の対応方針を書いてください。";
    }
}
