using System.Net;
using System.Text.Json;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Layout;

/// <summary>教示 by 事務区分: the texts are data in <c>vocabulary/appeal/A.json</c> … <c>E.json</c> (行政不服審査法 82条, 行政事件訴訟法 46条).</summary>
internal static class AppealGuidance
{
    private sealed record Text(string Name, string[] Paragraphs);

    /// <summary>The paragraphs; none for what is no disposition.</summary>
    /// <exception cref="FileNotFoundException">No such kind.</exception>
    public static IReadOnlyList<string> Read(string vocabulary, NoticeAppeal? appeal)
    {
        if (appeal is null) return [];
        if (appeal.Kind is not [>= 'A' and <= 'Z']) throw new FileNotFoundException($"No appeal guidance {appeal.Kind}");

        var file = Path.Combine(vocabulary, "appeal", appeal.Kind + ".json");
        var text = JsonSerializer.Deserialize<Text>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var values = JsonSerializer.SerializeToElement(appeal, JsonSerializerOptions.Web);
        return [.. text.Paragraphs.Select(p => WebUtility.HtmlDecode(Template.Parse(appeal.Kind, p).Render(values)))];
    }
}
