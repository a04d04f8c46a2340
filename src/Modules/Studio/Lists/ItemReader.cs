using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Lists;

/// <summary>Finds the columns of a list by the words above them, and says of every line what it becomes or what is wrong with it.</summary>
internal static partial class ItemReader
{
    public const int MostLines = 500;
    public const int LongestLabel = 200;
    public const string UnknownKind = "種類の言葉が分かりません。設問の種類を選んでください。";
    public const string NoOptions = "選択肢を二つ以上、「、」か改行で区切って書いてください。";

    // How far down a heading row is looked for: titles and notes often stand above it.
    private const int Top = 15;
    private const int MostOptions = 200;

    private static readonly (string Column, string[] Words)[] Columns =
    [
        ("label", ["項目名", "項目", "設問", "設問名", "質問", "質問文", "質問項目", "入力項目", "記載事項", "label"]),
        ("kind", ["種類", "種別", "タイプ", "型", "入力形式", "回答形式", "回答方法", "形式", "入力タイプ", "type"]),
        ("required", ["必須", "必須/任意", "必須・任意", "必須任意", "必須項目", "要否", "required"]),
        ("options", ["選択肢", "選択項目", "回答選択肢", "選択内容", "options"]),
        ("page", ["ページ", "頁", "区分", "大項目", "分類", "セクション", "グループ", "page"]),
        ("help", ["説明", "補足", "説明文", "補足説明", "注釈", "注意書き", "注意事項", "記入上の注意", "備考", "help"]),
        ("example", ["例", "記入例", "入力例", "記載例", "example"]),
        ("length", ["字数", "文字数", "最大文字数", "字数の上限", "文字数上限", "桁数", "maxlength"]),
    ];

    private static readonly HashSet<string> Yes = ["○", "◯", "〇", "●", "◎", "必須", "必要", "要", "はい", "有", "あり", "yes", "y", "true", "1", "レ", "✓", "✔", "*"];

    private static readonly HashSet<string> No = ["", "×", "任意", "不要", "いいえ", "無", "なし", "no", "n", "false", "0", "-", "－", "―", "ー"];

    /// <summary>The lines, or why there are none.</summary>
    public static (IReadOnlyList<ItemLine> Lines, string? Fault) Read(IReadOnlyList<SheetRow> rows)
    {
        if (rows.All(r => r.Cells.All(c => c.Length == 0))) return ([], "何も書かれていません。");
        var heading = rows.Take(Top).FirstOrDefault(r => ColumnsOf(r).ContainsKey("label"));
        if (heading is null) return ([], "「項目名」の列が見つかりません。1行目に「項目名」「種類」「必須」などの見出しを書いてください。");
        var columns = ColumnsOf(heading);
        var lines = new List<ItemLine>();
        var (page, seen) = ("", new Dictionary<string, int>());
        foreach (var row in rows.SkipWhile(r => r != heading).Skip(1).Where(r => r.Cells.Any(c => c.Length > 0)))
        {
            if (lines.Count == MostLines) return ([], $"項目が多すぎます（{MostLines}行まで）。");
            // Merged cells hold their words in the first row only.
            page = Of(row, columns, "page") is { Length: > 0 } own ? own : page;
            lines.Add(Line(row, columns, page, seen, lines));
        }

        return lines.Count == 0 ? ([], "見出しの下に項目がありません。") : (lines, null);
    }

    private static ItemLine Line(SheetRow row, Dictionary<string, int> columns, string page, Dictionary<string, int> seen, List<ItemLine> before)
    {
        var faults = new List<string>();
        var label = Of(row, columns, "label").Replace('\n', ' ');
        var (help, example) = (Of(row, columns, "help"), Of(row, columns, "example"));
        if (label.Length == 0) faults.Add("項目名がありません。");
        else if (label.Length > LongestLabel) faults.Add($"項目名が長すぎます（{LongestLabel}字まで）。");
        else if (!seen.TryAdd($"{page}/{QuestionGuess.Plain(label)}", row.Number)) faults.Add($"同じ項目名が{seen[$"{page}/{QuestionGuess.Plain(label)}"]}行目にあります。");
        foreach (var (name, text) in ((string, string)[])[("項目名", label), ("ページ", page), ("説明", help), ("例", example)])
            if (!IsPlain(text)) faults.Add($"{name}に使えない文字があります（「<」と英字、先頭の「=」「+」「@」など）。");
        if (page.Length > 100) faults.Add("ページの名が長すぎます（100字まで）。");
        if (help.Length > 1000 || example.Length > 1000) faults.Add("説明と例は1000字までです。");

        var options = Separators(Of(row, columns, "options")).ToList();
        if (options.Count > MostOptions || options.Exists(o => o.Length > 100 || !IsPlain(o))) faults.Add($"選択肢は{MostOptions}個まで、一つ100字までです。");
        if (options.Count != options.Distinct().Count()) faults.Add("同じ選択肢が二つあります。");
        var (kind, bank) = KindOf(Of(row, columns, "kind"), label, options.Count > 0, faults);
        if (kind is "choice" or "choices" && options.Count < 2) faults.Add(NoOptions);

        var required = true;
        if (columns.ContainsKey("required") && RequiredOf(Of(row, columns, "required")) is var said) required = said ?? Unknown("必須の列は「○」か空欄にしてください。");
        int? length = null;
        if (QuestionGuess.Plain(Of(row, columns, "length")).TrimEnd('字', '桁', '文') is { Length: > 0 } digits)
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10000) length = number;
            else Unknown("字数は1から10000までの数で書いてください。");
        return new ItemLine(row.Number, label, kind, bank, required, options, page, help, example, length, LeftOut(label, before), faults);

        bool Unknown(string fault)
        {
            faults.Add(fault);
            return false;
        }
    }

    // The question for a name asks for its reading, the one for an address for its postal code.
    private static string? LeftOut(string label, List<ItemLine> before) =>
        QuestionGuess.IsReading(label) && before.Exists(l => l.Kind == "name") ? "氏名の設問で、読みも聞きます。"
        : QuestionGuess.IsPostalCode(label) ? "住所の設問で、郵便番号も聞きます。"
        : null;

    private static (string? Kind, string? Bank) KindOf(string type, string label, bool hasOptions, List<string> faults)
    {
        if (type.Length == 0) return QuestionGuess.OfName(label, hasOptions);
        if (QuestionGuess.OfType(type) is { } kind) return (kind, QuestionGuess.BankOf(label, kind));
        faults.Add(UnknownKind);
        return (null, null);
    }

    private static bool? RequiredOf(string words)
    {
        var plain = QuestionGuess.Plain(words);
        return Yes.Contains(plain) || Yes.Contains(words.Trim()) ? true : No.Contains(plain) ? false : null;
    }

    private static Dictionary<string, int> ColumnsOf(SheetRow row)
    {
        var found = new Dictionary<string, int>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var plain = Brackets().Replace(QuestionGuess.Plain(row.Cells[i]), "");
            if (Array.Find(Columns, c => c.Words.Contains(plain)) is { Column: { } column }) found.TryAdd(column, i);
        }

        return found;
    }

    private static string Of(SheetRow row, Dictionary<string, int> columns, string column) => TextRules.Normalise(row.Cell(columns.GetValueOrDefault(column, -1)));

    private static IEnumerable<string> Separators(string options) =>
        (options.Contains('\n') ? options.Split('\n') : Comma().Split(options)).Select(o => o.Trim().TrimStart('・', '□', '○').Trim()).Where(o => o.Length > 0);

    private static bool IsPlain(string text) => TextRules.IsClean(text) && text is not ['=' or '+' or '@' or '\t', ..] && !Markup().IsMatch(text) && !Turning().IsMatch(text);

    [GeneratedRegex("<[A-Za-z/!?]")]
    private static partial Regex Markup();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]")]
    private static partial Regex Turning();

    [GeneratedRegex("[、,，;；|｜／/]")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\(.*\)$")]
    private static partial Regex Brackets();
}
