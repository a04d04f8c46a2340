namespace Madoguchi.Procedures.Compare;

/// <summary>A whole definition in lines that those read who decide on its first publication.</summary>
internal sealed class DefinitionSummary(DefinitionWords words, Func<string, string> division)
{
    private readonly PartWords parts = new(words);

    public IReadOnlyList<DefinitionPart> Run() =>
    [
        .. Facts().Where(f => f.Line.Length > 0).Select(f => new DefinitionPart(f.Heading, [f.Line])),
        Lines("根拠法令", "legalBasis", l => string.Join(" ", new[] { Text(l, "law"), Text(l, "articles"), Text(l, "note") }.Where(t => t.Length > 0))),
        Lines("審査基準", "reviewCriteria", c => Text(c, "text")),
        Lines("必要書類", "requiredDocuments", d => $"{Text(d, "title")}：{Text(d, "who")}{Suffix(d, "when")}{(Get(d, "laterUntilDays") is { } later ? $"（{later}日以内なら、あとで出せる）" : "")}"),
        .. Get(words.Root.GetProperty("form"), "pages")!.Value.EnumerateArray().Select(Page),
        Map("処分", "dispositions", (_, d) => $"{Text(d, "label")}{(Text(d, "notice") is { Length: > 0 } notice ? $"（通知「{Text(Get(Get(words.Root, "notices"), notice) ?? d, "title")}」）" : "")}"),
        Map("通知", "notices", (_, n) => $"{Text(n, "title")}：{string.Join(" / ", Get(n, "body") is { } body ? LetterLines.Of(body) : [])}"),
        Map("その後の案内", "afterwards", (outcome, a) => $"{PartNames.Name("afterwards", outcome)}：{string.Join(" / ", new[] { Text(a, "text") }.Concat(Get(a, "steps") is { } steps ? steps.EnumerateArray().Select(s => Text(s, "text")) : []).Where(t => t.Length > 0))}"),
        Map("独自のメール", "mails", (kind, m) => $"{PartNames.Code("mails", kind)}：{Text(m, "subject")} / {Text(m, "body").ReplaceLineEndings(" / ")}"),
    ];

    private IEnumerable<(string Heading, string Line)> Facts()
    {
        var root = words.Root;
        yield return ("手続の名", Text(root, "title"));
        yield return ("説明", Text(root, "summary"));
        yield return ("性質", Say(root, "nature"));
        yield return ("担当課", division(Text(root, "division")));
        yield return ("対象", string.Join("、", Codes("audience")));
        yield return ("本人確認", Say(root, "assurance"));
        yield return ("手数料", string.Join(" ", new[] { Say(Get(root, "fee"), "kind"), Say(Get(root, "fee"), "amount"), Text(Get(root, "fee") ?? root, "text") }.Where(t => t.Length > 0)));
        yield return ("期間", $"{Say(Get(root, "period"), "days")}（{Say(Get(root, "period"), "unit")}、{Say(Get(root, "period"), "kind")}）、補正 {Say(root, "correctionDays")}");
        yield return ("受付", string.Join("から", new[] { Say(root, "opens"), Say(root, "closes") is { Length: > 0 } closes ? closes + "まで" : "" }.Where(t => t.Length > 0)));
        yield return ("制限", string.Join("、", new[] { Say(Get(root, "limits"), "oncePer"), Say(Get(root, "limits"), "capacity") is { Length: > 0 } most ? $"定員 {most}" : "" }.Where(t => t.Length > 0)));
        yield return ("処分庁", Text(root, "disposingAuthority"));
        yield return ("教示", $"{Say(Get(root, "appeal"), "kind")} {Text(Get(root, "appeal") ?? root, "reviewingAuthority")}{Text(Get(root, "appeal") ?? root, "reason")}".Trim());
        yield return ("利用目的", Text(root, "purposeOfUse"));
        yield return ("個人情報", $"要配慮個人情報：{Has("sensitive")}、個人番号：{Has("myNumber")}");
        yield return ("保存年限", Say(Get(root, "retention"), "years"));
        yield return ("決裁ルート", parts.Route(Get(root, "route")));
        yield return ("結果の受け取り方", string.Join("、", Codes("receiveBy")));
    }

    private DefinitionPart Page(JsonElement page)
    {
        var lines = new List<string>();
        if (Get(page, "visibleWhen") is { } when) lines.Add($"このページが現れるのは、{parts.Of(when, "visibleWhen", null)}");
        foreach (var question in page.GetProperty("questions").EnumerateArray())
        {
            lines.Add($"・{parts.Label(question)}：{parts.Question(question, null)}");
            foreach (var inner in (Get(question, "questions") ?? Get(question, "columns"))?.EnumerateArray() ?? default)
                lines.Add($"　・{parts.Label(inner)}：{parts.Question(inner, PartWords.Id(question))}");
        }

        if (Get(page, "exits") is { } exits) lines.AddRange(exits.EnumerateArray().Select(e => $"出口「{Text(e, "title")}」：{parts.Of(e.GetProperty("when"), "when", null)}"));
        return new DefinitionPart($"ページ「{Text(page, "title")}」", lines);
    }

    private DefinitionPart Lines(string heading, string key, Func<JsonElement, string> say) =>
        new(heading, Get(words.Root, key) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Select(say)] : ["なし"]);

    private DefinitionPart Map(string heading, string key, Func<string, JsonElement, string> say) =>
        new(heading, Get(words.Root, key) is { ValueKind: JsonValueKind.Object } map && map.EnumerateObject().Any() ? [.. map.EnumerateObject().Select(p => say(p.Name, p.Value))] : ["なし"]);

    private IEnumerable<string> Codes(string key) => Get(words.Root, key) is { ValueKind: JsonValueKind.Array } codes ? codes.EnumerateArray().Select(c => parts.Of(c, key, null) ?? "") : [];

    private string Say(JsonElement? of, string key) => Get(of, key) is { } value ? parts.Of(value, key, null) ?? "" : "";

    private string Has(string key) => Get(Get(words.Root, "personalData"), key) is { ValueKind: JsonValueKind.True } ? "あり" : "なし";

    private string Suffix(JsonElement of, string key) => Get(of, key) is { } when ? $"（{parts.Of(when, key, null)}）" : "";

    private static JsonElement? Get(JsonElement? of, string key) => PartWords.Get(of, key);

    private static string Text(JsonElement of, string key) => PartWords.Text(Get(of, key)) ?? "";
}
