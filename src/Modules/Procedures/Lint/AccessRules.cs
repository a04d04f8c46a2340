namespace Madoguchi.Procedures.Lint;

/// <summary>Everybody can fill it in: labels, help, order, options, links.</summary>
internal static partial class AccessRules
{
    private static readonly HashSet<string> Tokens =
    [
        "off", "on", "name", "family-name", "given-name", "bday", "bday-day", "bday-month", "bday-year", "sex", "tel", "tel-national", "email", "url", "postal-code", "street-address", "address-level1", "address-level2",
        "address-level3", "address-line1", "address-line2", "organization", "organization-title", "country", "country-name", "language", "username", "nickname",
    ];

    public static IEnumerable<Found> Run(LintSubject subject)
    {
        var seen = new HashSet<string>();
        foreach (var (page, place) in subject.Pages)
        {
            var questions = LintSubject.Of(page, place).ToList();
            var own = questions.Where(q => q.Group is null).ToList();
            if (own.Count == 0) yield return Found.Fault($"{place}.questions", "access-empty", "設問のないページです。設問を置くか、ページを消してください。");
            if (own.Count > 15) yield return Found.Advice($"{place}.questions", "access-many", $"一ページに設問が{own.Count}あります。まとまりごとに分けてください。");
            foreach (var twice in own.GroupBy(q => Label(subject, q.Question, null)).Where(g => g.Key.Length > 0 && g.Count() > 1 && g.All(q => !q.Question.TryGetProperty("visibleWhen", out _))))
                yield return Found.Fault(twice.Last().Place, "access-label", $"同じページに「{twice.Key}」が二つあります。聞き分けられる見出しにしてください。");
            foreach (var (question, at, group) in questions)
            {
                foreach (var later in LaterReferences(question, seen, questions, group))
                    yield return Found.Fault($"{at}.visibleWhen", "access-order", $"後で聞く「{later}」によって現れます。先に聞くように並べ替えてください。");
                foreach (var found in Question(subject, question, at, group)) yield return found;
                seen.Add(question.GetProperty("id").GetString()!);
            }

            foreach (var found in Exits(page, place)) yield return found;
        }

        foreach (var (first, i) in subject.Edition.FirstNotices.Select((f, i) => (f, i)))
            if (first.Url is { } url && !IsSafe(url)) yield return Found.Fault($"$.firstNotices[{i}].url", "access-url", "リンクは https:// か /procedures/ で始めてください。");
        foreach (var (outcome, after) in subject.Edition.Afterwards)
            foreach (var (step, i) in after.Steps.Select((s, i) => (s, i)))
                if (step.Url is { } url && !IsSafe(url)) yield return Found.Fault($"$.afterwards.{outcome}.steps[{i}].url", "access-url", "リンクは https:// か /procedures/ で始めてください。");
        foreach (var text in subject.Texts)
        {
            if (Sensory().IsMatch(text.Ja)) yield return Found.Advice(text.Place, "access-sensory", "色や位置、マウスの操作だけで伝えています。名前で指してください(例: 「次へ」を押す)。");
            if (text.Ja.Contains("こちら", StringComparison.Ordinal)) yield return Found.Advice(text.Place, "access-link", "「こちら」では行き先が分かりません。行き先の名を書いてください。");
        }
    }

    private static IEnumerable<Found> Question(LintSubject subject, JsonElement json, string place, string? group)
    {
        var id = json.GetProperty("id").GetString()!;
        if (subject.Edition.Form.Question(group is null ? id : $"{group}.{id}") is not { } question) yield break;
        if (question.Label.Ja.Length > 60 && !json.TryGetProperty("short", out _) && question.Type != QuestionType.Declaration) yield return Found.Advice($"{place}.label", "access-short", "見出しが長いので、確認の画面や一覧で使う短い名(short)を付けてください。");
        if (question.Label.Ja is [.., ':' or '：' or '*' or '＊']) yield return Found.Fault($"{place}.label", "access-label", "見出しの終わりの記号は要りません。必須かどうかは画面が示します。");
        if (question.Label.Ja.Contains("必須", StringComparison.Ordinal)) yield return Found.Fault($"{place}.label", "access-label", "「必須」は画面が示します。見出しから消してください。");
        if (json.TryGetProperty("autocomplete", out var token) && !Tokens.Contains(token.GetString() ?? "")) yield return Found.Fault($"{place}.autocomplete", "access-autocomplete", "autocomplete は HTML の標準の語で書いてください(name、tel、email、bday など)。");
        if (question.Prefill is not null && question.Autocomplete is null) yield return Found.Advice($"{place}.autocomplete", "access-autocomplete", "本人のことを聞く欄です。autocomplete を付けてください。");
        if (json.TryGetProperty("pattern", out _) && question.Help is null && question.Example is null) yield return Found.Fault($"{place}.help", "access-help", "決まった形で書く欄です。書き方(help)か例(example)を付けてください。");
        if (question.Type == QuestionType.File && question.Help is null) yield return Found.Advice($"{place}.help", "access-help", "どんな書類か、撮り方を help に書いてください。");
        if (question.Type is not (QuestionType.Choice or QuestionType.Choices) || question.OptionsAreSessions) yield break;
        if (question.Options.Count == 1 && question.Type == QuestionType.Choice) yield return Found.Fault($"{place}.options", "access-options", "選ぶものが一つしかありません。設問を消すか、選択肢を足してください。");
        if (question.Options.GroupBy(o => o.Label.Ja).Any(g => g.Count() > 1)) yield return Found.Fault($"{place}.options", "access-options", "同じ言葉の選択肢があります。聞き分けられる言葉にしてください。");
        if (question is { Type: QuestionType.Choice, AsSelect: false, Options.Count: > 10 }) yield return Found.Advice($"{place}.display", "access-options", "選択肢が10を超えています。display を select にしてください。");
    }

    private static IEnumerable<Found> Exits(JsonElement page, string place)
    {
        if (!page.TryGetProperty("exits", out var exits)) yield break;
        foreach (var (exit, i) in exits.EnumerateArray().Select((e, i) => (e, i)))
        {
            var at = $"{place}.exits[{i}]";
            if (!exit.TryGetProperty("telephone", out _) && !exit.TryGetProperty("url", out _)) yield return Found.Fault(at, "access-exit", "行き先に連絡する方法がありません。電話(telephone)か url を書いてください。");
            if (exit.TryGetProperty("telephone", out _) && !exit.TryGetProperty("hours", out _)) yield return Found.Fault($"{at}.hours", "access-exit", "電話の受付時間(hours)がありません。");
            if (exit.TryGetProperty("url", out var url) && !IsSafe(url.GetString()!)) yield return Found.Fault($"{at}.url", "access-url", "リンクは https:// か /procedures/ で始めてください。");
        }
    }

    private static IEnumerable<string> LaterReferences(JsonElement question, HashSet<string> seen, List<(JsonElement Question, string Place, string? Group)> page, string? group)
    {
        if (!question.TryGetProperty("visibleWhen", out var when)) yield break;
        var own = question.GetProperty("id").GetString();
        foreach (Match match in Reference().Matches(when.GetRawText()))
        {
            var id = match.Groups[1].Value;
            if (id != own && id != group && !seen.Contains(id) && page.Any(q => q.Question.GetProperty("id").GetString() == id && (q.Group is null || q.Group == group))) yield return id;
        }
    }

    private static string Label(LintSubject subject, JsonElement question, string? group) => subject.Edition.Form.Question(question.GetProperty("id").GetString()!)?.Label.Ja ?? group ?? "";

    // A page of this city hall, or one outside it.
    private static bool IsSafe(string url) => url.StartsWith("/procedures/", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out _);

    [GeneratedRegex(@"""\$([a-z][A-Za-z0-9]*)")]
    private static partial Regex Reference();

    [GeneratedRegex("赤字|赤い(文字|欄)|青い(文字|欄)|(右|左)の(ボタン|欄|図)|クリック")]
    private static partial Regex Sensory();
}
