namespace Madoguchi.Procedures.Lint;

/// <summary>What the city knows already, and what stands twice: in the form, and over all procedures.</summary>
internal static class KnownRules
{
    private static readonly Dictionary<string, string> Prefills = new()
    {
        ["applicant"] = "person.name", ["birthDate"] = "person.birthDate", ["address"] = "person.address", ["telephone"] = "person.telephone", ["email"] = "person.email",
    };

    private static readonly string[] OwnRecords = ["住民票の写し", "住民票記載事項証明", "課税証明", "所得証明", "納税証明", "印鑑登録証明", "戸籍謄本", "戸籍全部事項"];

    public static IEnumerable<Found> Run(LintSubject subject)
    {
        var edition = subject.Edition;
        foreach (var other in subject.Others.Where(o => o.Slug != edition.Slug))
        {
            if (other.Title == edition.Title.Ja) yield return Found.Fault("$.title", "known-title", $"同じ名の手続({other.Slug})があります。名を変えるか、一つにまとめてください。");
            else if (other.Kana == edition.Kana) yield return Found.Fault("$.kana", "known-title", $"同じ読みの手続({other.Slug})があります。読みを確かめてください。");
            if (edition.FormNumber is { } number && other.FormNumber == number) yield return Found.Fault("$.formNumber", "known-form-number", $"様式番号が {other.Slug} と同じです。");
        }

        foreach (var word in edition.Keywords.GroupBy(k => k).Where(g => g.Count() > 1)) yield return Found.Advice("$.keywords", "known-keyword", $"「{word.Key}」が二度あります。一つにしてください。");
        foreach (var found in Questions(subject)) yield return found;
        foreach (var (document, i) in subject.Root.GetProperty("requiredDocuments").EnumerateArray().Select((d, i) => (d, i)))
        {
            var title = edition.RequiredDocuments[i].Title.Ja;
            if (!document.TryGetProperty("when", out _) && Array.Find(OwnRecords, r => title.Contains(r, StringComparison.Ordinal)) is { } record)
                yield return Found.Advice($"$.requiredDocuments[{i}]", "known-document", $"「{record}」は市の公簿で確かめられます。同意しない方だけに求める条件(when)を付けてください。");
        }
    }

    private static IEnumerable<Found> Questions(LintSubject subject)
    {
        var labels = new Dictionary<string, string>();
        foreach (var (question, place, group) in subject.Questions)
        {
            var id = question.GetProperty("id").GetString()!;
            var type = question.GetProperty("type").GetString()!;
            if (type is "info" or "declaration") continue;
            var label = subject.Edition.Form.Question(group is null ? id : $"{group}.{id}")?.Label.Ja ?? "";
            var key = $"{group}/{type}/{label}/{(question.TryGetProperty("visibleWhen", out var when) ? when.GetRawText() : "")}";
            if (!labels.TryAdd(key, place)) yield return Found.Fault(place, "known-twice", $"同じことを二度聞いています({labels[key]})。前の答えを使ってください。");
            if (group is not null) continue;
            if (Prefills.TryGetValue(id, out var prefill) && !question.TryGetProperty("prefill", out _) && Matches(type, prefill) && label.StartsWith("あなた", StringComparison.Ordinal) | label.StartsWith("申請者", StringComparison.Ordinal) | label.StartsWith("請求者", StringComparison.Ordinal))
                yield return Found.Advice(place, "known-prefill", $"市はこの答えを知っています。\"prefill\": \"{prefill}\" を付けてください。");
        }
    }

    private static bool Matches(string type, string prefill) => prefill switch
    {
        "person.name" => type == "name",
        "person.birthDate" => type == "date",
        _ => prefill.EndsWith(type, StringComparison.Ordinal),
    };
}
