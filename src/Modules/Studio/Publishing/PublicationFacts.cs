using System.Security.Cryptography;
using System.Text;
using Madoguchi.Applications.Contracts;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Studio.Publishing;

/// <summary>What those read who decide on a publication: what changes or, the first time, all of it; what it does to what is under way; by which number the text is known again.</summary>
internal sealed class PublicationFacts(IProcedures procedures, IDefinitions definitions, IEditionEffects effects, Lanes lanes)
{
    /// <summary>Label of the fact that keeps the hash of the text that was put forward.</summary>
    public const string HashFact = "内容の照合番号（SHA-256）";

    /// <summary>Changes that stand by themselves; the rest stand together in one.</summary>
    private const int MostChanges = 400;

    public static string HashOf(string definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));

    public static string PreviewOf(Guid draft) => $"~/staff/studio/{draft}/preview";

    /// <summary>What changes since the published edition; null when there is none.</summary>
    public IReadOnlyList<DefinitionChange>? Changes(Draft draft)
    {
        if (procedures.Card(draft.Slug) is not { } card || definitions.Text(card.Slug, card.Number) is not { } before) return null;
        return definitions.ChangesInFull(before, draft.Definition) is { Count: > 0 } lines ? lines : [new DefinitionChange("公開中の版と違いはありません。")];
    }

    /// <summary>The whole definition, for a first publication.</summary>
    public IReadOnlyList<DefinitionPart> Whole(Draft draft) => definitions.Summary(draft.Definition);

    /// <summary>What happens to matters in progress and saved forms, in sentences; none for a first publication.</summary>
    public async Task<IReadOnlyList<string>> EffectsAsync(Draft draft, CancellationToken stop)
    {
        if (procedures.Find(draft.Slug) is not { } now || definitions.Read(draft.Definition).Edition is not { } next) return [];
        var effect = await effects.OfAsync(now.Division, now, next.Form, stop);
        var lines = new List<string>
        {
            (effect.Matters.Count == 0 ? "進んでいる案件はありません。" : $"進んでいる案件は、いまの版のまま進みます（{string.Join("、", effect.Matters.Select(m => $"第{m.Edition}版 {m.Count:#,0}件"))}）。")
                + (effect.AllMatters ? "" : "担当課の新しい5,000件を数えました。"),
            effect.SavedForms == 0 ? "途中まで入力して保存された申請はありません。" : $"途中まで入力して保存された申請{effect.SavedForms:#,0}件{(effect.AllForms ? "" : "以上")}は、新しい版に引き継がれます。",
        };
        if (effect.SavedForms == 0) return lines;
        if (effect.Asked.Count > 0) lines.Add($"その方々に新しく聞く設問：{string.Concat(effect.Asked.Select(q => $"「{q}」"))}");
        if (effect.AskedAgain.Count > 0) lines.Add($"もう一度答えていただく設問：{string.Concat(effect.AskedAgain.Select(q => $"「{q.Question}」（{q.Forms:#,0}件）"))}");
        if (effect.Dropped.Count > 0) lines.Add($"使われなくなる回答：{string.Concat(effect.Dropped.Select(q => $"「{q.Question}」（{q.Forms:#,0}件）"))}");
        return lines;
    }

    // Where the sentence shows a part of a text, all of it follows: nobody approves what they could not read.
    private static string InFull(DefinitionChange change)
    {
        var lines = new List<string> { change.Line };
        if (change.Was is { } was) lines.AddRange(["（変わる前の全文）", was]);
        if (change.Now is { } now) lines.AddRange(["（変わったあとの全文）", now]);
        return string.Join('\n', lines);
    }

    public async Task<IReadOnlyList<ApprovalFact>> OfAsync(Draft draft, int? current, Lane lane, DateOnly? day, CancellationToken stop)
    {
        var facts = new List<ApprovalFact>
        {
            new("手続", draft.Title),
            new("公開中の版", current is null ? "なし（はじめての公開）" : $"第{current}版"),
            new("公開する日", day is { } on ? JapaneseDate.Format(on) : "決裁のとき"),
            new("見本の画面", "住民の画面・紙の様式・通知の見本を見る", PreviewOf(draft.Id)),
            new("点検", $"誤りなし、助言{definitions.Judge(draft.Definition).Count(f => !f.IsFault)}件"),
        };
        facts.AddRange(lane.CheckList.Select(c => new ApprovalFact("確認したこと", lanes.WordsOf(c))));
        if (await EffectsAsync(draft, stop) is { Count: > 0 } met) facts.Add(new ApprovalFact("影響（起案のとき）", string.Join('\n', met)));
        if (Changes(draft) is not { } changes) facts.AddRange(Whole(draft).Select(p => new ApprovalFact(p.Heading, string.Join('\n', p.Lines))));
        else
        {
            facts.AddRange(changes.Take(MostChanges).Select((c, i) => new ApprovalFact($"変わること{i + 1}", InFull(c))));
            if (changes.Count > MostChanges) facts.Add(new ApprovalFact($"変わること{MostChanges + 1}から{changes.Count}", string.Join('\n', changes.Skip(MostChanges).Select(InFull))));
        }

        facts.Add(new ApprovalFact(HashFact, HashOf(draft.Definition)));
        return facts;
    }
}
