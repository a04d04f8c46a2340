namespace Madoguchi.Procedures.Lint;

/// <summary>What changed between two definitions, in words an officer reads.</summary>
internal static class DefinitionDiff
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["title"] = "手続の名", ["summary"] = "説明", ["nature"] = "性質", ["words"] = "呼び名", ["division"] = "担当課", ["audience"] = "対象", ["lifeEvents"] = "ライフイベント", ["keywords"] = "検索の言葉",
        ["legalBasis"] = "根拠法令", ["procedureLaw"] = "手続法", ["onlineBasis"] = "オンライン化の根拠", ["recordedOn"] = "告示日", ["disposingAuthority"] = "処分庁", ["affair"] = "事務区分", ["appeal"] = "教示",
        ["reviewCriteria"] = "審査基準", ["period"] = "処理期間", ["correctionDays"] = "補正期間", ["phases"] = "段階", ["fee"] = "手数料など", ["assurance"] = "本人確認", ["alternativeAssurance"] = "ほかの本人確認",
        ["purposeOfUse"] = "利用目的", ["personalData"] = "個人情報", ["personalDataFile"] = "個人情報ファイル", ["pia"] = "特定個人情報保護評価", ["minutes"] = "入力の目安", ["requiredDocuments"] = "必要書類", ["route"] = "決裁ルート",
        ["notices"] = "通知", ["dispositions"] = "処分", ["completion"] = "完了", ["mails"] = "メール", ["receiveBy"] = "受け取り方", ["booking"] = "予約", ["firstNotices"] = "はじめの案内", ["retention"] = "保存期間", ["owner"] = "管理者",
        ["lastChecked"] = "確認日", ["unverified"] = "要確認", ["values"] = "市の値", ["computed"] = "計算", ["example"] = "見本", ["opens"] = "受付の開始", ["closes"] = "受付の終了", ["limits"] = "回数・定員", ["documentType"] = "文書種別",
        ["formNumber"] = "様式番号", ["exportLayout"] = "出力の並び", ["kana"] = "読み", ["slug"] = "名札", ["label"] = "見出し", ["short"] = "短い名", ["help"] = "説明", ["required"] = "必須", ["visibleWhen"] = "現れる条件", ["options"] = "選択肢",
        ["checks"] = "確認", ["warnings"] = "注意", ["max"] = "上限", ["min"] = "下限", ["maxLength"] = "字数の上限", ["exits"] = "出口", ["text"] = "文", ["type"] = "種類", ["prefill"] = "自動入力", ["pattern"] = "書式",
    };

    public static IEnumerable<string> Of(JsonElement before, JsonElement after)
    {
        foreach (var line in Keys(before, after, "", "form")) yield return line;
        var (formBefore, formAfter) = (before.GetProperty("form"), after.GetProperty("form"));
        var (old, fresh) = (Pages(formBefore), Pages(formAfter));
        foreach (var (id, page) in old) if (!fresh.ContainsKey(id)) yield return $"ページ「{Title(page, "title")}」がなくなりました。";
        foreach (var (id, page) in fresh)
        {
            if (!old.TryGetValue(id, out var was)) yield return $"ページ「{Title(page, "title")}」が増えました。";
            else foreach (var line in Keys(was, page, $"ページ「{Title(page, "title")}」の", "questions")) yield return line;
        }

        var (asked, asks) = (Questions(formBefore), Questions(formAfter));
        foreach (var (id, question) in asked) if (!asks.ContainsKey(id)) yield return $"設問「{Title(question, "label")}」({id})がなくなりました。";
        foreach (var (id, question) in asks)
        {
            if (!asked.TryGetValue(id, out var was)) yield return $"設問「{Title(question, "label")}」({id})が増えました。";
            else foreach (var line in Keys(was, question, $"設問「{Title(question, "label")}」の", "questions", "columns")) yield return line;
        }

        foreach (var line in Keys(formBefore, formAfter, "様式の", "pages")) yield return line;
    }

    private static IEnumerable<string> Keys(JsonElement before, JsonElement after, string prefix, params string[] apart)
    {
        foreach (var property in before.EnumerateObject().Where(p => !apart.Contains(p.Name)))
        {
            var name = prefix + Names.GetValueOrDefault(property.Name, property.Name);
            if (!after.TryGetProperty(property.Name, out var now)) yield return $"{name}がなくなりました。";
            else if (!JsonElement.DeepEquals(property.Value, now)) yield return Short(property.Value) is { } was && Short(now) is { } reads ? $"{name}が「{was}」から「{reads}」に変わりました。" : $"{name}が変わりました。";
        }

        foreach (var property in after.EnumerateObject().Where(p => !apart.Contains(p.Name) && !before.TryGetProperty(p.Name, out _)))
            yield return Short(property.Value) is { } reads ? $"{prefix}{Names.GetValueOrDefault(property.Name, property.Name)}が「{reads}」になりました。" : $"{prefix}{Names.GetValueOrDefault(property.Name, property.Name)}が加わりました。";
    }

    private static Dictionary<string, JsonElement> Pages(JsonElement form) => form.GetProperty("pages").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!);

    private static Dictionary<string, JsonElement> Questions(JsonElement form) => form.GetProperty("pages").EnumerateArray().SelectMany(p => LintSubject.Of(p, ""))
        .ToDictionary(q => q.Group is null ? q.Question.GetProperty("id").GetString()! : $"{q.Group}.{q.Question.GetProperty("id").GetString()}", q => q.Question);

    private static string Title(JsonElement of, string key) => of.TryGetProperty(key, out var text) ? Short(text) ?? "" : of.GetProperty("id").GetString()!;

    private static string? Short(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "はい",
        JsonValueKind.False => "いいえ",
        JsonValueKind.Object when value.TryGetProperty("ja", out var ja) && ja.ValueKind == JsonValueKind.String => ja.GetString(),
        _ => null,
    };
}
