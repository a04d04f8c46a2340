using System.Net;
using System.Text.Json;
using Madoguchi.Notices.Templates;

namespace Madoguchi.Notices.Layout;

/// <summary>Who is named in a 教示.</summary>
/// <param name="City">みなと台市: the defendant.</param>
/// <param name="Mayor">みなと台市長: who represents the city, and the 審査庁 of 自治事務.</param>
/// <param name="Governor">○○県知事: the 審査庁 of 第1号法定受託事務.</param>
/// <param name="CareBoard">○○県介護保険審査会.</param>
/// <param name="HealthInsuranceBoard">○○県国民健康保険審査会.</param>
internal sealed record AppealFields(string City, string Mayor, string Governor, string CareBoard, string HealthInsuranceBoard);

/// <summary>教示 by 事務区分: the texts are data in <c>library/appeal/A.json</c> … <c>F.json</c> (行政不服審査法 82条, 行政事件訴訟法 46条).</summary>
internal static class AppealGuidance
{
    private sealed record Text(string Name, string[] Paragraphs);

    /// <summary>The paragraphs; none for F, which is no disposition.</summary>
    /// <exception cref="FileNotFoundException">No such kind.</exception>
    public static IReadOnlyList<string> Read(string libraryFolder, string kind, AppealFields fields)
    {
        if (kind is not [>= 'A' and <= 'Z']) throw new FileNotFoundException($"No appeal guidance {kind}");

        var file = Path.Combine(libraryFolder, "appeal", kind + ".json");
        var text = JsonSerializer.Deserialize<Text>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var values = JsonSerializer.SerializeToElement(fields, JsonSerializerOptions.Web);
        return [.. text.Paragraphs.Select(p => WebUtility.HtmlDecode(Template.Parse(file, p).Render(values)))];
    }
}
