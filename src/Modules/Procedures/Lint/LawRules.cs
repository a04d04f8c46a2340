namespace Madoguchi.Procedures.Lint;

/// <summary>What law asks of a definition: 教示, 標準処理期間, 理由, 利用目的, 個人番号.</summary>
internal static class LawRules
{
    private static readonly string[] MyNumberWords = ["個人番号", "マイナンバー", "個人番号（12桁）", "マイナンバー（12桁）"];

    public static IEnumerable<Found> Run(LintSubject subject)
    {
        var e = subject.Edition;
        var application = e.Nature == Nature.Application;
        var governed = e.ProcedureLaw != ProcedureLaw.None;
        if (application && governed && e.Appeal.IsNone)
            yield return Found.Fault("$.appeal", "law-appeal", "処分には教示が要ります(行政不服審査法82条)。kind を A〜E から選び、審査請求先・被告・代表者を書いてください。");
        if (e.Affair == Affair.Entrusted1 && e.Appeal.Kind == "A")
            yield return Found.Fault("$.appeal.kind", "law-appeal-kind", "第1号法定受託事務の審査請求先は知事です(地方自治法255条の2)。kind を B にしてください。");
        if (e.Affair == Affair.SelfGovernment && e.Appeal.Kind == "B")
            yield return Found.Fault("$.appeal.kind", "law-appeal-kind", "自治事務の審査請求先は市長です。kind を A にするか、事務区分を確かめてください。");
        if (application && e.Affair == Affair.None) yield return Found.Fault("$.affair", "law-affair", "申請に対する処分には事務区分が要ります。selfGovernment か entrusted1 を選んでください。");
        if (application && e.ProcedureLaw == ProcedureLaw.None) yield return Found.Advice("$.procedureLaw", "law-procedure", "申請に対する処分なのに、行政手続法・行政手続条例のどちらも当てはまらないことになっています。確かめてください。");

        if (application && e.Period.Days == 0) yield return Found.Fault("$.period.days", "law-period", "標準処理期間がありません(行政手続法6条)。日数を書いてください。");
        if (application && e.Period.Kind == PeriodKind.Target) yield return Found.Fault("$.period.kind", "law-period", "申請の期間は目標(target)ではなく、標準処理期間(standard)か法定期間(statutory)です。");
        if (application && e.Period is { Kind: PeriodKind.Standard, Excludes: null }) yield return Found.Advice("$.period.excludes", "law-period-excludes", "補正にかかる日数を含まないことを excludes に書いてください。");
        if (application && e.CorrectionDays == 0) yield return Found.Fault("$.correctionDays", "law-correction", "補正の期間がありません(行政手続法7条)。例: 14");
        if (application && e.LegalBasis.Count == 0) yield return Found.Fault("$.legalBasis", "law-basis", "根拠法令がありません。法律か条例の名と条を書いてください。");
        if (governed && e.OnlineBasis is null) yield return Found.Advice("$.onlineBasis", "law-online", "オンライン化の根拠がありません。デジタル手続法6条か市の条例を書いてください。");
        if (e.Retention.Years == 0) yield return Found.Fault("$.retention.years", "law-retention", "保存期間がありません。年数を書いてください。");

        if (e.PurposeOfUse.Ja.Length < 10 || !e.PurposeOfUse.Ja.Contains("ため", StringComparison.Ordinal))
            yield return Found.Fault("$.purposeOfUse", "law-purpose", "利用目的は「…のために利用します」と一文で書いてください(個人情報保護法62条)。");
        if (e.PersonalData.MyNumber && e.Pia is null)
            yield return Found.Fault("$.pia", "law-pia", "個人番号を扱う手続には、特定個人情報保護評価が要ります。評価書の名を pia に書いてください。");
        if (e.PersonalData.Sensitive && e.PersonalDataFile is null) yield return Found.Advice("$.personalDataFile", "law-file", "要配慮個人情報を扱います。個人情報ファイルの名を書いてください。");
        if (!e.PersonalData.MyNumber && AsksMyNumber(subject) is { } place)
            yield return Found.Fault(place, "law-my-number", "個人番号を聞いていますが、personalData.myNumber が false です。聞かないか、true にして評価書の名を書いてください。");

        foreach (var found in e.Dispositions.Values.SelectMany(d => Disposition(d, application))) yield return found;
        foreach (var (step, i) in e.Route.Select((s, i) => (s, i)))
            if (!IsPost(step.Post)) yield return Found.Fault($"$.route[{i}].post", "law-route", "決裁者は own:chief、own:manager か、kosodate.manager のような職のコードで書いてください。");
    }

    private static IEnumerable<Found> Disposition(Disposition d, bool application)
    {
        var place = $"$.dispositions.{d.Kind}";
        if (application && d.Kind is "deny" or "dismiss" or "grantInPart" && !d.ReasonsRequired)
            yield return Found.Fault($"{place}.reasonsRequired", "law-reasons", "拒否・一部の処分には理由が要ります(行政手続法8条)。reasonsRequired を true にしてください。");
        if (d.Kind == "grantWithConditions" && !d.Conditions) yield return Found.Fault($"{place}.conditions", "law-conditions", "条件付きの処分なのに、条件を書けません。conditions を true にしてください。");
        if (d.ReasonsRequired && d.Example.Reasons.Count == 0)
            yield return Found.Fault($"{place}.exampleReasons", "law-reasons-example", "理由の例がありません。①根拠条項 ②審査基準 ③事実 ④したがって、の順に書いてください。");
        else if (d.Kind is "deny" && d.Example.Reasons.Count > 0 && !d.Example.Reasons.Any(r => r.Contains('条') || r.Contains('項') || r.Contains("基準", StringComparison.Ordinal)))
            yield return Found.Advice($"{place}.exampleReasons", "law-reasons-basis", "理由の例に、根拠の条項か審査基準の項目を書いてください。");
        if (d.Conditions && d.Kind == "grantWithConditions" && d.Example.Conditions.Count == 0) yield return Found.Fault($"{place}.exampleConditions", "law-conditions-example", "条件の例がありません。付けることの多い条件を書いてください。");
    }

    private static string? AsksMyNumber(LintSubject subject) =>
        subject.Questions.FirstOrDefault(q => q.Question.TryGetProperty("type", out var type) && type.GetString() is "text" or "number" && Label(q.Question) is { } label
            && Array.Exists(MyNumberWords, label.EndsWith)) is { Place: { } place } ? place : null;

    private static string? Label(JsonElement question) => !question.TryGetProperty("label", out var label) ? null : label.ValueKind == JsonValueKind.String ? label.GetString() : label.TryGetProperty("ja", out var ja) ? ja.GetString() : null;

    private static bool IsPost(string post) => post.StartsWith("own:", StringComparison.Ordinal) ? post.Length > 4 : post.Split('.') is [{ Length: > 0 }, { Length: > 0 }];
}
