using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Notices.Blocks;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Layout;
using Madoguchi.Notices.Templates;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Notices.Issue;

/// <summary>Tries the letters of a definition with made-up people, without a city.</summary>
internal sealed class LetterTrials(CityOptions options) : ILetterTrial
{
    private const string Page = "https://example.jp/verify";
    private const string Code = "7K3M9QAZ2VXW4N8P";

    public IReadOnlyList<LetterFault> Try(LetterTrial trial)
    {
        var reader = new BlockReader("", trial.Notice.Number.Kind == DocumentNumberKind.Certificate);
        using (var body = JsonDocument.Parse(trial.Letter)) reader.Read(body.RootElement);
        if (reader.Faults.Count > 0) return [.. reader.Faults.Select(f => new LetterFault(f.Place, f.Reason))];
        try
        {
            Write(trial);
            return [];
        }
        catch (TemplateFault fault)
        {
            return [new LetterFault(fault.Template.TrimStart('.'), fault.Reason)];
        }
        catch (FileNotFoundException)
        {
            return [new LetterFault("appeal", $"there is no guidance {trial.Appeal.Kind}")];
        }
    }

    public string Write(LetterTrial trial)
    {
        var kind = Enum.Parse<DocumentKind>(trial.Notice.Number.Kind.ToString());
        return Letter.Compose("", trial.Letter, kind, JsonSerializer.SerializeToElement(Data(trial, kind)));
    }

    private JsonObject Data(LetterTrial trial, DocumentKind kind) => new()
    {
        ["documentNumber"] = DocumentNumber.Write(kind, trial.Notice.Number.Symbol, trial.ArrivedOn, 123),
        ["date"] = trial.ArrivedOn.ToString("O"),
        ["title"] = trial.Notice.Title,
        ["addressee"] = new JsonObject { ["name"] = "髙橋　𠮷子", ["postalCode"] = "000-0012", ["address"] = "みなと台市汐見町2丁目3番4号 みなとハイツ105号室", ["honorific"] = "様" },
        ["application"] = new JsonObject { ["intakeNumber"] = "2026-000123-4", ["arrivedOn"] = trial.ArrivedOn.ToString("O") },
        ["authority"] = new JsonObject { ["city"] = "みなと台市", ["title"] = trial.Authority, ["name"] = "港　太郎" },
        ["contact"] = new JsonObject { ["division"] = "担当課", ["telephone"] = "000-000-1000", ["hours"] = "平日 午前8時30分から午後5時15分まで" },
        ["verification"] = new JsonObject { ["code"] = Code, ["codeGrouped"] = Crockford.Grouped(Code), ["url"] = $"{Page}?code={Code}", ["page"] = Page, ["qr"] = QrImage.DataUri($"{Page}?code={Code}") },
        ["result"] = trial.Result.DeepClone(),
        ["answers"] = trial.Answers.DeepClone(),
        ["reasons"] = List(trial.Reasons),
        ["conditions"] = List(trial.Conditions),
        ["enclosures"] = new JsonArray(),
        ["appeal"] = List(AppealGuidance.Read(options.VocabularyFolder, trial.Appeal.IsNone ? null : new NoticeAppeal(trial.Appeal.Kind, trial.Appeal.ReviewingAuthority!, trial.Appeal.Defendant!, trial.Appeal.Representative!))),
    };

    private static JsonArray List(IEnumerable<string> lines) => [.. lines.Select(l => (JsonNode?)JsonValue.Create(l))];
}
