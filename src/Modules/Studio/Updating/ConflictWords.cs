using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Merging;

namespace Madoguchi.Studio.Updating;

/// <summary>One of the definitions of an update, to say what stands in it.</summary>
internal sealed record ReadSide(Definition Definition, ProcedureEdition? Edition, JsonElement Root);

/// <summary>Conflicts as officers read them: which part, which field, what each side says.</summary>
internal sealed class ConflictWords(IDefinitions definitions, Localizer text, ReadSide before, ReadSide theirs, ReadSide mine)
{
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["questions"] = "設問", ["columns"] = "列", ["pages"] = "ページ", ["exits"] = "出口", ["requiredDocuments"] = "書類", ["options"] = "選択肢", ["phases"] = "段階", ["reviewCriteria"] = "審査基準", ["computed"] = "計算",
        ["result"] = "結果の項目", ["sessions"] = "予約の回", ["notices"] = "通知", ["mails"] = "メール", ["dispositions"] = "処分", ["legalBasis"] = "根拠法令", ["values"] = "市の値", ["example"] = "見本の答え",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        [Shape.Page] = "置くページ", ["@order"] = "並び順", ["visibleWhen"] = "現れる条件", ["when"] = "条件", ["checks"] = "確かめる決まり", ["warnings"] = "注意の決まり", ["type"] = "種類", ["pattern"] = "書き方の決まり", ["value"] = "計算",
        ["form"] = "様式", ["pages"] = "ページ", ["questions"] = "設問", ["exits"] = "出口", ["nature"] = "手続の性質", ["notices"] = "通知", ["dispositions"] = "処分", ["appeal"] = "教示", ["period"] = "処理期間", ["fee"] = "手数料",
        ["words"] = "呼び名", ["computed"] = "計算", ["completion"] = "完了", ["values"] = "市の値", ["ja"] = "日本語", ["en"] = "英語", ["ja-easy"] = "やさしい日本語", ["phases"] = "段階", ["requiredDocuments"] = "必要書類", ["mails"] = "メール",
        ["result"] = "結果の項目", ["example"] = "見本", ["sessions"] = "予約の回", ["limits"] = "回数・定員", ["personalData"] = "個人情報", ["retention"] = "保存期間", ["booking"] = "予約", ["notice"] = "使う通知", ["documentNumber"] = "文書番号",
    };

    /// <summary>What the conflict is of, such as 設問「氏名」; conflicts of one part stand together.</summary>
    public string PartOf(Conflict conflict) => Split(conflict).Part;

    public string FieldOf(Conflict conflict)
    {
        var rest = Split(conflict).Inside;
        var words = new List<string>();
        for (var i = 0; i < rest.Length; i++)
            if (Parts.ContainsKey(rest[i]) && i + 1 < rest.Length && rest[i + 1] != "@order") words.Add(NameOf(rest[i], rest[++i]));
            else words.Add(WordOf(rest[i]));
        return words.Count == 0 ? text["staff.studio.update.whole"].ToString() : string.Join("：", words);
    }

    /// <summary>What a side says; what it removed or never had is said too.</summary>
    public string ValueOf(Conflict conflict, JsonNode? value, ReadSide side)
    {
        if (value is null) return text[conflict.Kind is ConflictKind.Part or ConflictKind.Removal ? "staff.studio.update.removed" : "staff.studio.update.nothing"].ToString();
        if (conflict.Kind == ConflictKind.Order) return string.Join(" → ", value.AsArray().Select(id => Plain(NameIn(side, conflict.Path.Count > 1 ? conflict.Path[^2] : "", id!.ToString()))));
        if (conflict.Path[^1] == Shape.Page) return Plain(NameIn(side, "pages", value.ToString()));
        if (conflict.Path[^1] is "visibleWhen" or "when" or "required" && value is JsonObject && side.Edition is { } edition)
            return definitions.Say(edition.Form, side.Root, JsonSerializer.SerializeToElement(value), conflict.Path.Count > 4 && conflict.Path[3] is "questions" or "columns" ? conflict.Path[2] : null);
        return DraftStep.Short(Said(value), 1000);
    }

    public string Before(Conflict conflict) => ValueOf(conflict, conflict.Base, before);

    public string Theirs(Conflict conflict) => ValueOf(conflict, conflict.Theirs, theirs);

    public string Mine(Conflict conflict) => ValueOf(conflict, conflict.Mine, mine);

    public string PageName(string id) => NameOf("pages", id);

    private (string Part, string[] Inside) Split(Conflict conflict)
    {
        string[] path = [.. conflict.Path];
        return path switch
        {
            ["form", "questions", var question, .. var rest] => (NameOf("questions", question), rest),
            ["form", "pages", _, "exits", var exit, .. var rest] when exit != "@order" => (NameOf("exits", exit), rest),
            ["form", "pages", var page, .. var rest] when page != "@order" => (NameOf("pages", page), rest),
            ["form", .. var rest] => (WordOf("form"), rest),
            [var list, var id, .. var rest] when Parts.ContainsKey(list) && id != "@order" => (NameOf(list, id), rest),
            _ => (text["staff.studio.facts"].ToString(), path),
        };
    }

    private static string Said(JsonNode value) => value switch
    {
        JsonArray list => string.Join("、", list.Select(i => i is null ? "" : Said(i)).Where(s => s.Length > 0)),
        JsonObject phrase when phrase["ja"] is JsonValue => Phrases.Ja(phrase),
        JsonObject part => string.Join("、", part.Where(p => p.Value is not null && p.Key is not ("id" or "code" or Shape.Page)).Select(p => Said(p.Value!)).Where(s => s.Length > 0)),
        _ => value.GetValueKind() switch { JsonValueKind.True => "はい", JsonValueKind.False => "いいえ", _ => value.ToString() },
    };

    private string WordOf(string key) => Fields.GetValueOrDefault(key) ?? (text.Has($"staff.studio.field.{key}") ? text[$"staff.studio.field.{key}"].ToString() : key);

    private string NameOf(string list, string id)
    {
        var kind = Parts[list];
        if (list == "mails" && text.Has($"staff.studio.mail.{id}")) return text[$"staff.studio.mail.{id}"].ToString();
        return $"{kind}「{Plain(((ReadSide[])[mine, theirs, before]).Select(s => NameIn(s, list, id)).FirstOrDefault(n => n != id) ?? id)}」";
    }

    private static string NameIn(ReadSide side, string list, string id)
    {
        var definition = side.Definition;
        return list switch
        {
            "questions" or "columns" or "example" => definition.Questions().Where(q => q.Key == id || q.Key.EndsWith("." + id, StringComparison.Ordinal)).Select(q => definition.Label(q.Question)).FirstOrDefault(),
            "pages" => Title(definition.Page(id)),
            "exits" => definition.Exit(id) is { } exit ? Title(exit.Exit) : null,
            "requiredDocuments" => Title(definition.Document(id)),
            "notices" => definition.Root["notices"]?[id]?["title"]?.ToString(),
            "dispositions" => Phrases.Ja(definition.Root["dispositions"]?[id]?["label"]),
            "options" => definition.Questions().SelectMany(q => q.Question["options"] as JsonArray ?? []).Where(o => o?["code"]?.ToString() == id).Select(o => Phrases.Ja(o!["label"])).FirstOrDefault(),
            "reviewCriteria" => (definition.Root[list] as JsonArray ?? []).Where(c => c?["id"]?.ToString() == id).Select(c => DraftStep.Short(c!["text"]?.ToString() ?? "", 30)).FirstOrDefault(),
            _ => null,
        } is { Length: > 0 } name ? name : id;

        static string? Title(JsonObject? of) => of is null ? null : Phrases.Ja(of["title"]);
    }

    private static string Plain(string text) => text.Replace('\n', ' ');
}
