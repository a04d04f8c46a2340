using System.Text;
using Madoguchi.Studio.Register;

namespace Studio.Tests.Register;

/// <summary>Files of the survey as cities send them.</summary>
internal static class SurveyFiles
{
    public static byte[] Of(params IEnumerable<string[]> lines) => Encoding.UTF8.GetBytes('\uFEFF' + Text(lines));

    public static string Text(IEnumerable<string[]> lines)
    {
        var text = new StringBuilder();
        Add(text, [.. SurveyColumns.All.Select(_ => "")]);
        Add(text, [.. SurveyColumns.All.Select(c => c.Name)]);
        foreach (var line in lines) Add(text, line);
        return text.ToString();
    }

    /// <summary>A line with these cells filled; the rest is empty.</summary>
    public static string[] Line(string id, string name, params (int Column, string Value)[] cells)
    {
        var line = Enumerable.Repeat("", SurveyColumns.All.Count).ToArray();
        (line[SurveyColumns.Id], line[SurveyColumns.Name]) = (id, name);
        foreach (var (column, value) in cells) line[column] = value;
        return line;
    }

    /// <summary>Many lines, all different, as large as those of the national file.</summary>
    public static IEnumerable<string[]> Many(int count) => Enumerable.Range(1, count).Select(i => Line(
        $"R{i:000000}", $"見本の手続{i}の届出（変更を含む）", (SurveyColumns.Law, $"見本に関する法律第{i % 400}号"), (SurveyColumns.Articles, $"第{i % 90}条第1項"), (SurveyColumns.Type, "1 申請等"),
        (SurveyColumns.Online, i % 3 == 0 ? "1 実施済" : "2 未実施"), (SurveyColumns.Concern, i % 3 == 0 ? "" : "3 電子化に必要なシステムが省庁内に備わっていない"),
        (SurveyColumns.Identification, i % 5 == 0 ? "2 押印" : "6 本人確認不要"), (SurveyColumns.Total, (i % 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        (SurveyColumns.Documents, "住民票;その他の添付書類"), (40, new string('補', 100))));

    private static void Add(StringBuilder text, string[] cells) => text.AppendJoin(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
