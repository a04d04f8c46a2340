namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Words every form shares.</summary>
internal static class Common
{
    public static readonly Phrase Yes = new("はい", "Yes", "はい");
    public static readonly Phrase No = new("いいえ", "No", "いいえ");
    public static readonly Phrase Other = new("その他", "Other", "そのほか");
    public static readonly Phrase Later = new("あとで提出します", "I will hand this in later", "{後|あと}で {出|だ}します");
    public static readonly Phrase Declared = new("確認しました", "Confirmed", "{確認|かくにん}しました");
    public static readonly Phrase Ordinary = new("普通", "Ordinary", "{普通|ふつう}");
    public static readonly Phrase Current = new("当座", "Current", "{当座|とうざ}");
}
