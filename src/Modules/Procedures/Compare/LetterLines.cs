namespace Madoguchi.Procedures.Compare;

/// <summary>The body of a letter, line by line.</summary>
internal static class LetterLines
{
    public static IReadOnlyList<string> Of(JsonElement blocks) => [.. blocks.EnumerateArray().SelectMany(Block)];

    private static IEnumerable<string> Block(JsonElement block)
    {
        if (block.ValueKind == JsonValueKind.String) return [block.GetString()!];
        var lines = new List<string>();
        if (PartWords.Text(PartWords.Get(block, "heading")) is { } heading) lines.Add($"見出し：{heading}");
        if (PartWords.Get(block, "facts") is { ValueKind: JsonValueKind.Array } facts) lines.AddRange(facts.EnumerateArray().Select(f => $"{Word(f, "label")}：{Word(f, "value")}{Rest(f, "label", "value")}"));
        if (PartWords.Text(PartWords.Get(block, "table")) is { } table) lines.Add($"表：{string.Join("、", Items(block, "columns").Select(c => $"{Word(c, "label")} {Word(c, "value")}"))}（{table}）");
        lines.AddRange(Items(block, "list").Select(i => i.ValueKind == JsonValueKind.String ? $"・{i.GetString()}" : $"・{Word(i, "text")}{Rest(i, "text")}"));
        if (PartWords.Text(PartWords.Get(block, "include")) is { } include) lines.Add(include switch { "result" => "（結果の項目）", "reasons" => "（理由）", "conditions" => "（条件）", _ => "（同封物）" });
        if (PartWords.Get(block, "then") is { ValueKind: JsonValueKind.Array } then)
        {
            lines.Add($"（{Condition(block)}の段落）");
            lines.AddRange(Of(then));
            if (PartWords.Get(block, "else") is { ValueKind: JsonValueKind.Array } other) lines.AddRange([$"（そうでないときの段落）", .. Of(other)]);
        }

        return lines;
    }

    private static IEnumerable<JsonElement> Items(JsonElement block, string key) => PartWords.Get(block, key) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    private static string Word(JsonElement of, string key) => PartWords.Text(PartWords.Get(of, key)) ?? "";

    private static string Condition(JsonElement block) => PartWords.Get(block, "when") is { } when ? Said(when) + "とき" : "条件";

    private static string Rest(JsonElement of, params string[] said)
    {
        var rest = of.EnumerateObject().Where(p => !said.Contains(p.Name)).Select(p => p.Name switch
        {
            "when" => Said(p.Value) + "とき",
            "each" => $"{p.Value}のそれぞれ",
            "options" => $"選択肢：{string.Join("、", p.Value.EnumerateArray())}",
            _ => "強調",
        }).ToList();
        return rest.Count == 0 ? "" : $"（{string.Join("、", rest)}）";
    }

    // Conditions of letters speak of results and answers by their names.
    private static string Said(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.String) return $"{condition}がある";
        if (PartWords.Get(condition, "exists") is { } there) return $"{there}がある";
        if (PartWords.Get(condition, "not") is { } not) return $"{Said(not)}のではない";
        return PartWords.Get(condition, "eq") is { ValueKind: JsonValueKind.Array } both ? $"{both[0]}が{both[1]}である" : "条件に当てはまる";
    }
}
