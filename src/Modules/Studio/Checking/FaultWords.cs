using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Checking;

/// <summary>What the reader of definitions finds, as an officer reads it.</summary>
internal static partial class FaultWords
{
    private static readonly (string Part, string Words)[] Known =
    [
        ("must be a text that is not empty", "入力してください。"),
        ("is missing", "入力してください。"),
        ("must be a number", "数字で入力してください。"),
        ("must be a date such as", "日付を 2026-04-01 の形で入力してください。"),
        ("must be a time such as", "時刻を 09:00 の形で入力してください。"),
        ("must be a moment such as", "日時を 2026-04-01T09:00 の形で入力してください。"),
        ("must be one of", "一覧から選んでください。"),
        ("takes for a formula", "「=」「+」「@」で始めることはできません。"),
        ("carries markup", "「<」と文字が続く書き方（HTML）は使えません。文だけを入力してください。"),
        ("carries the control character", "画面に出せない文字が含まれています。消してください。"),
        ("not valid Unicode", "画面に出せない文字が含まれています。消してください。"),
        ("is larger than", "内容が多すぎます（2MBまで）。設問や文を減らしてください。"),
        ("there are no options", "選択肢を一つ以上入力してください。"),
        ("is used twice", "同じものが二つあります。"),
        ("a fixed fee needs an amount", "定額のときは、金額を入力してください。"),
        ("what is free has no amount", "無料のときは、金額を空にしてください。"),
        ("limits nothing", "回数か定員を入力してください。"),
        ("closes before it opens", "受付の終わりが、始まりより前です。"),
        ("an application needs reviewCriteria", "申請には、審査基準が一つ以上要ります（行政手続法5条）。"),
        ("a route needs exactly one step that decides", "決裁する人を、ちょうど一人にしてください。"),
        ("a form needs a page", "ページを一つ以上残してください。"),
        ("is no question with sessions", "予約の回を選ぶ設問がなくなります。"),
        ("is no option of", "前の設問の選択肢にない値が使われています。"),
        ("not of one type", "比べるものの種類が違います。数は数と、日付は日付と比べてください。"),
        ("is no usable pattern", "書き方の形として読めません。何文字かを数字で入力してください。"),
        ("names an unknown notice", "使われている通知です。先に、処分の通知を選び直してください。"),
        ("needs the dispositions grant and deny", "申請には、認めるときと認めないときの処分が要ります。"),
        ("needs ", "要る部分が足りません。すべて選んでください。"),
        ("depends on itself", "条件がめぐっています（自分の答えで自分が現れます）。"),
    ];

    /// <param name="label">What officers call a question or value of that id.</param>
    /// <param name="where">What officers call the part that has the fault.</param>
    public static string Of(string reason, Func<string, string?> label, string? where)
    {
        if (Mistaken().Match(reason) is { Success: true } type) return $"種類が合いません。{TypeOf(type.Groups[1].Value)}ではなく、{string.Join("か", type.Groups[2].Value.Split(" or ").Select(TypeOf))}を選んでください。";
        if (Range().Match(reason) is { Success: true } range) return $"{range.Groups[1].Value}から{range.Groups[2].Value}までの整数で入力してください。";
        if (Unknown().Match(reason) is { Success: true } unknown) return $"「{label(unknown.Groups[1].Value) ?? unknown.Groups[1].Value}」は、{where ?? "ほかのところ"}で使われています。先にそちらを直してください。";
        return Array.Find(Known, k => reason.Contains(k.Part, StringComparison.Ordinal)) is { Words: { } words } ? words : $"この内容は使えません（{reason}）。";
    }

    private static string TypeOf(string type) => type switch
    {
        "Text" => "文字", "Number" => "数", "YesNo" => "はい・いいえ", "Date" => "日付", "List" => "いくつでも選ぶ設問か書類", "Group" => "くり返し", "Parts" => "氏名や住所の全体", _ => "ほかの種類",
    };

    [GeneratedRegex("is ([A-Za-z]+), must be ([A-Za-z ]+)")]
    private static partial Regex Mistaken();

    [GeneratedRegex("must be a whole number from (-?[0-9]+) to (-?[0-9]+)")]
    private static partial Regex Range();

    [GeneratedRegex(@"unknown (?:question(?: or computed value)?|part|document) \$?([A-Za-z0-9.]+)")]
    private static partial Regex Unknown();
}
