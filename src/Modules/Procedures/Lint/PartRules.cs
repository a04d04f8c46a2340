namespace Madoguchi.Procedures.Lint;

/// <summary>What must agree between the parts: fee and its words, documents and questions, letters and results.</summary>
internal static partial class PartRules
{
    public static IEnumerable<Found> Run(LintSubject subject)
    {
        var e = subject.Edition;
        if (e.Audience.Count == 0) yield return Found.Fault("$.audience", "part-audience", "だれの手続か(person、business)を書いてください。");
        if (e.LifeEvents.Count == 0) yield return Found.Advice("$.lifeEvents", "part-life-events", "どんなときの手続かを書くと、探しやすくなります。");
        if (e.Minutes is null) yield return Found.Advice("$.minutes", "part-minutes", "入力にかかる時間の目安(分)を書いてください。");
        if (e.Fee is { Kind: FeeKind.Fixed, Amount: { } amount } && !SaysAmount(e.Fee.Text.Ja, amount)) yield return Found.Fault("$.fee.text", "part-fee", $"金額({amount}円)が説明の文にありません。文と金額を合わせてください。");
        if (e.Fee.Kind == FeeKind.Free && Yen().IsMatch(e.Fee.Text.Ja)) yield return Found.Fault("$.fee.text", "part-fee", "無料なのに、説明の文に金額があります。");
        if (e.Fee.Kind != FeeKind.Free && e.Fee.Charge is null) yield return Found.Advice("$.fee.charge", "part-charge", "手数料(handlingFee)、使用料(usageFee)、占用料(occupancyFee)、実費(actualCost)のどれかを書いてください。");
        if (e.ReceiveBy.Count == 0 && e.Notices.Count > 0) yield return Found.Fault("$.receiveBy", "part-receive", "通知があるのに、受け取り方がありません。electronic か paper を書いてください。");

        var used = e.Dispositions.Values.SelectMany(d => d.AlsoNotices.Prepend(d.Notice)).Append(e.Completion?.Notice).Append(e.Period.ExtensionNotice).ToHashSet();
        foreach (var notice in e.Notices.Keys.Where(n => !used.Contains(n))) yield return Found.Advice($"$.notices.{notice}", "part-notice", "どこからも使われない通知です。処分か完了から指すか、消してください。");

        var asked = e.Form.Pages.SelectMany(p => p.Questions.Concat(p.Questions.SelectMany(q => q.Questions))).Select(q => q.Document).ToHashSet();
        foreach (var (document, i) in e.RequiredDocuments.Select((d, i) => (d, i)))
            if (!asked.Contains(document.Id)) yield return Found.Fault($"$.requiredDocuments[{i}]", "part-document", "添付する設問がありません。type が file の設問で document に指してください。");
        foreach (var twice in e.ReviewCriteria.Select((c, i) => (c, i)).GroupBy(c => c.c.Id).Where(g => g.Count() > 1))
            yield return Found.Fault($"$.reviewCriteria[{twice.Last().i}].id", "part-criteria", "審査基準の id が重なっています。");
        foreach (var found in Afterwards(e)) yield return found;
        foreach (var found in Letters(subject)) yield return found;
    }

    /// <summary>Who is told yes is told what to do next, and so is who is told no; and nobody is thanked for a refusal.</summary>
    private static IEnumerable<Found> Afterwards(ProcedureEdition e)
    {
        var told = e.Afterwards.Where(a => a.Value.Steps.Count > 0).Select(a => a.Key).ToHashSet();
        if (told.Any(k => k.StartsWith("grant", StringComparison.Ordinal)) && e.Dispositions.ContainsKey("deny") && !told.Contains("deny"))
            yield return Found.Advice("$.afterwards.deny", "part-afterwards", "認められなかった方が、つぎにすることがありません。相談の窓口や、申し込み直す方法などを書いてください。");
        foreach (var (outcome, after) in e.Afterwards)
            if (outcome is "deny" or "dismiss" && after.Text is { } text && Joy().IsMatch(text.Ja))
                yield return Found.Fault($"$.afterwards.{outcome}.text", "part-afterwards", "認められなかった方が読む文です。お祝いの言葉は書かないでください。");
    }

    /// <summary>A letter is tried with one example; here every field it may ask for is looked up, in branches not taken too.</summary>
    private static IEnumerable<Found> Letters(LintSubject subject)
    {
        var e = subject.Edition;
        foreach (var (name, notice) in e.Notices)
        {
            if (notice.Template is not null) continue;
            var endings = e.Dispositions.Values.Where(d => d.Notice == name || d.AlsoNotices.Contains(name)).Select(d => d.Result).ToList();
            if (e.Completion is { } completion && completion.Notice == name) endings.Add(completion.Result);
            foreach (var text in Strings(notice.Body, $"$.notices.{name}.body"))
            {
                foreach (Match match in Field().Matches(text.Text))
                {
                    var (root, id, optional) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Success);
                    if (root == "answers" && e.Form.Question(id) is null) yield return Found.Fault(text.Place, "part-letter", $"answers.{id} という設問はありません。");
                    if (root != "result" || endings.Count == 0) continue;
                    var fields = endings.Select(r => r.FirstOrDefault(f => f.Id == id)).ToList();
                    if (fields.Contains(null)) yield return Found.Fault(text.Place, "part-letter", $"result.{id} という結果の項目は、この通知を使うすべての処分にはありません。");
                    else if (!optional && !text.Guarded && fields.Exists(f => !f!.Required)) yield return Found.Fault(text.Place, "part-letter-optional", $"result.{id} は空のことがあります。{{{{result.{id}?}}}} とするか、when を付けてください。");
                }
            }
        }
    }

    private static IEnumerable<(string Place, string Text, bool Guarded)> Strings(JsonElement element, string place, bool guarded = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return [(place, element.GetString()!, guarded)];
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany((item, i) => Strings(item, $"{place}[{i}]", guarded));
            case JsonValueKind.Object:
                var inner = guarded || element.TryGetProperty("when", out _);
                return element.EnumerateObject().Where(p => p.Name is not ("when" or "table" or "each")).SelectMany(p => Strings(p.Value, $"{place}.{p.Name}", inner));
            default:
                return [];
        }
    }

    private static bool SaysAmount(string text, long amount)
    {
        var plain = TextRules.HalfWidth(text).Replace(",", "", StringComparison.Ordinal);
        return plain.Contains(amount.ToString(CultureInfo.InvariantCulture) + "円", StringComparison.Ordinal) || (amount % 10_000 == 0 && plain.Contains($"{amount / 10_000}万円", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{\{\s*(result|answers)\.([A-Za-z][A-Za-z0-9]*)(?:\.[A-Za-z.]+)?(\?)?\s*(?:\|[^}]*)?\}\}")]
    private static partial Regex Field();

    [GeneratedRegex("おめでとう|お祝い")]
    private static partial Regex Joy();

    [GeneratedRegex("[1-9１-９][0-9０-９,，]*円")]
    private static partial Regex Yen();
}
