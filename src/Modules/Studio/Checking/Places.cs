using System.Text.RegularExpressions;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Checking;

/// <summary>The form of the studio that a place of a definition is changed on. Links are inside the draft: <c>question/q1</c>.</summary>
internal sealed record Place(string Href, string Name, string Key);

/// <summary>Finds the form a JSON path belongs to.</summary>
internal static partial class Places
{
    public static Place? Of(string path, Definition definition)
    {
        if (Calculated().Match(path) is { Success: true } c && definition.AllComputed().FirstOrDefault(v => v.Item.GetPath() == c.Value).Key is { } computed)
            return new Place(path.Contains(".value", StringComparison.Ordinal) ? $"formula/computed/{computed}" : $"edit/computed/{computed}", $"計算「{Phrases.Ja(definition.Computed(computed)!.Value.Item["label"])}」", $"computed:{computed}");
        if (Question().Match(path) is { Success: true } q) return OfQuestion(q, path, definition);
        if (Exit().Match(path) is { Success: true } e && At(At(definition.Pages, e.Groups[1])?["exits"], e.Groups[2]) is { } exit)
            return new Place(path.EndsWith(".when", StringComparison.Ordinal) ? $"condition/exit/{Definition.Id(exit)}" : $"edit/exit/{Definition.Id(exit)}", $"出口「{Phrases.Ja(exit["title"])}」", $"exit:{Definition.Id(exit)}");
        if (Page().Match(path) is { Success: true } p && At(definition.Pages, p.Groups[1]) is { } page)
            return new Place(path.EndsWith(".visibleWhen", StringComparison.Ordinal) ? $"condition/page/{Definition.Id(page)}" : $"edit/page/{Definition.Id(page)}", $"ページ「{Phrases.Ja(page["title"])}」", $"page:{Definition.Id(page)}");
        if (Document().Match(path) is { Success: true } d && At(definition.Documents, d.Groups[1]) is { } document)
            return new Place(path.EndsWith(".when", StringComparison.Ordinal) ? $"condition/document/{Definition.Id(document)}" : $"edit/document/{Definition.Id(document)}", $"書類「{Phrases.Ja(document["title"])}」", $"document:{Definition.Id(document)}");
        if (Example().Match(path) is { Success: true } sample && definition.Question(Indexes().Replace(sample.Groups[1].Value, "")) is { } asked)
            return new Place($"edit/question/{Indexes().Replace(sample.Groups[1].Value, "")}", $"設問「{definition.Label(asked.Question)}」", $"question:{Indexes().Replace(sample.Groups[1].Value, "").Split('.')[0]}");
        if (Ending().Match(path) is { Success: true } ending && OfEnding(ending.Groups[1].Success ? ending.Groups[1].Value : Definition.Completion, ending.Groups[2], definition) is { } end) return end;
        if (Notice().Match(path) is { Success: true } n && definition.Root["notices"]?[n.Groups[1].Value] is { } notice)
            return new Place($"edit/notice/{n.Groups[1].Value}", $"通知「{notice["title"]}」", $"notice:{n.Groups[1].Value}");
        if (Mail().Match(path) is { Success: true } m && definition.Root["mails"]?[m.Groups[1].Value] is not null) return new Place($"edit/mail/{m.Groups[1].Value}", "メール", $"mail:{m.Groups[1].Value}");
        return FactOf(path);
    }

    private static Place? OfEnding(string key, Group field, Definition definition)
    {
        if (definition.Ending(key) is not { } ending) return null;
        if (At(ending["result"], field) is { } result) return new Place($"edit/result/{key}.{Definition.Id(result)}", $"結果の項目「{Phrases.Ja(result["label"])}」", $"result:{key}.{Definition.Id(result)}");
        return key == Definition.Completion ? null : new Place($"edit/disposition/{key}", $"処分「{Phrases.Ja(ending["label"])}」", $"disposition:{key}");
    }

    private static Place? FactOf(string path)
    {
        if (path.Split('.', '[') is not [_, var key, ..]) return null;
        var form = key switch
        {
            "title" or "kana" or "summary" or "keywords" => "name",
            "division" or "audience" or "lifeEvents" or "words" or "assurance" or "alternativeAssurance" or "receiveBy" or "minutes" => "who",
            "period" or "correctionDays" or "opens" or "closes" or "limits" => "period",
            "fee" => "fee",
            "legalBasis" or "procedureLaw" or "onlineBasis" or "recordedOn" or "disposingAuthority" or "affair" or "appeal" => "law",
            "purposeOfUse" or "personalData" or "pia" or "personalDataFile" or "retention" or "documentType" or "formNumber" or "lastChecked" or "unverified" => "data",
            "reviewCriteria" => "criteria",
            "firstNotices" => "first",
            "route" or "booking" or "phases" or "values" => key,
            "exportLayout" => "export",
            "completion" => "ending",
            "afterwards" => "after",
            _ => null,
        };
        return form is null ? null : new Place($"edit/facts/{form}", "基本情報", $"facts:{form}");
    }

    private static Place? OfQuestion(Match match, string path, Definition definition)
    {
        if (At(At(definition.Pages, match.Groups[1])?["questions"], match.Groups[2]) is not { } question) return null;
        var key = Definition.Id(question);
        if (Rule().Match(path) is { Success: true } rule) return new Place($"formula/{rule.Groups[1].Value}/{KeyOf(match, question, definition)}-{rule.Groups[2].Value}", $"設問「{definition.Label(question)}」", $"question:{key}");
        if (match.Groups[3].Success && At(Definition.Inner(question), match.Groups[3]) is { } inner) (key, question) = ($"{key}.{Definition.Id(inner)}", inner);
        var href = path.EndsWith(".visibleWhen", StringComparison.Ordinal) ? $"condition/question/{key}" : path.EndsWith(".required", StringComparison.Ordinal) && question["required"] is JsonObject ? $"condition/required/{key}" : $"edit/question/{key}";
        return new Place(href, $"設問「{definition.Label(question)}」", $"question:{key.Split('.')[0]}");
    }

    private static string KeyOf(Match match, JsonObject question, Definition definition) =>
        match.Groups[3].Success && At(Definition.Inner(question), match.Groups[3]) is { } inner ? $"{Definition.Id(question)}.{Definition.Id(inner)}" : Definition.Id(question);

    private static JsonObject? At(JsonNode? list, Group index) =>
        list is JsonArray items && int.TryParse(index.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < items.Count ? items[i] as JsonObject : null;

    [GeneratedRegex(@"^\$\.form\.pages\[(\d+)\]\.questions\[(\d+)\](?:\.(?:questions|columns)\[(\d+)\])?")]
    private static partial Regex Question();

    [GeneratedRegex(@"^\$\.form\.pages\[(\d+)\]\.exits\[(\d+)\]")]
    private static partial Regex Exit();

    [GeneratedRegex(@"^\$\.form\.pages\[(\d+)\]")]
    private static partial Regex Page();

    [GeneratedRegex(@"^\$\.requiredDocuments\[(\d+)\]")]
    private static partial Regex Document();

    [GeneratedRegex(@"^\$\.example\.([A-Za-z0-9.\[\]]+)")]
    private static partial Regex Example();

    [GeneratedRegex(@"\.(check|warning)s\[(\d+)\]\.when")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\$\.form(?:\.pages\[\d+\]\.questions\[\d+\])?\.computed\[\d+\]")]
    private static partial Regex Calculated();

    [GeneratedRegex(@"^\$\.(?:dispositions\.([A-Za-z]+)|completion)(?:\.result\[(\d+)\])?")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\$\.notices\.([A-Za-z0-9_-]+)")]
    private static partial Regex Notice();

    [GeneratedRegex(@"^\$\.mails\.([A-Za-z]+)")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Indexes();
}
