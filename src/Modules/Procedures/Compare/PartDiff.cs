namespace Madoguchi.Procedures.Compare;

/// <summary>Says what differs between two parts of definitions, each change as a sentence with what was and what is.</summary>
internal sealed class PartDiff(PartWords old, PartWords fresh)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;
    private static readonly JsonElement NoItems = JsonDocument.Parse("[]").RootElement;
    private readonly List<DefinitionChange> lines = [];

    public IReadOnlyList<DefinitionChange> Lines => lines;

    public void Say(string line) => lines.Add(new DefinitionChange(line));

    /// <summary>Of what is new as a whole the sentence says little more than the name: every text in it goes with it.</summary>
    public void Added(string line, JsonElement item, string? group, params string[] apart) => lines.Add(new DefinitionChange(line, null, string.Join('\n', fresh.Texts(item, group, apart))));

    /// <summary>Key by key.</summary>
    /// <param name="prefix">What it is a part of, ending in 「の」; empty for the definition itself.</param>
    /// <param name="of">Key of what the object is.</param>
    public void Object(string prefix, string of, JsonElement was, JsonElement now, string? group, params ReadOnlySpan<string> apart)
    {
        var inner = PartWords.Id(now);
        foreach (var key in was.EnumerateObject().Select(p => p.Name).Union(now.EnumerateObject().Select(p => p.Name)))
            if (!apart.Contains(key)) Value(prefix, of, key, PartWords.Get(was, key), PartWords.Get(now, key), key is "questions" or "columns" or "computed" ? inner ?? group : group);
    }

    /// <summary>Things with ids: gone, new, changed, moved.</summary>
    /// <param name="kind">What one of them is called.</param>
    public void Items(string prefix, string of, string kind, JsonElement was, JsonElement now, string? group, params string[] apart)
    {
        var before = was.EnumerateArray().DistinctBy(PartWords.Id).ToDictionary(i => PartWords.Id(i)!);
        var after = now.EnumerateArray().DistinctBy(PartWords.Id).ToDictionary(i => PartWords.Id(i)!);
        foreach (var (id, item) in before) if (!after.ContainsKey(id)) Say($"{prefix}{kind}「{old.Label(item)}」がなくなりました。");
        foreach (var (id, item) in after)
        {
            if (before.TryGetValue(id, out var own)) Object($"{prefix}{kind}「{fresh.Label(item)}」の", of, own, item, group, ["id", "code", .. apart]);
            else Added($"{prefix}{kind}「{fresh.Label(item)}」が増えました{(of is "questions" or "columns" ? $"（{fresh.Question(item, group)}）" : "")}。", item, group, apart);
        }

        Moves(prefix, kind, [.. before], [.. after]);
    }

    public void Moves(string prefix, string kind, IReadOnlyList<KeyValuePair<string, JsonElement>> was, IReadOnlyList<KeyValuePair<string, JsonElement>> now)
    {
        var (before, after) = (was.Select(w => w.Key).ToList(), now.Select(n => n.Key).ToList());
        var moved = Order.Moved(before, after);
        foreach (var id in after.Where(moved.Contains))
            Say($"{prefix}{kind}「{fresh.Label(now[after.IndexOf(id)].Value)}」が{Place(was, before.IndexOf(id), old)}から{Place(now, after.IndexOf(id), fresh)}に動きました。");
    }

    private void Value(string prefix, string of, string key, JsonElement? was, JsonElement? now, string? group)
    {
        if (was is { } a && now is { } b && JsonElement.DeepEquals(a, b)) return;
        var name = prefix + PartNames.Name(of, key);
        var (w, n) = (was ?? Nothing, now ?? Nothing);
        if (key == "exportLayout" || (key == "example" && (IsAnswers(was) || IsAnswers(now)))) Say($"{name}が変わりました。");
        else if (key == "route") Changed(name, old.Route(was), fresh.Route(now));
        else if (PartWords.IsPhrase(was) || PartWords.IsPhrase(now)) Phrases(name, was, now);
        else if (key is "notices" or "dispositions" or "mails" or "values") Map(key, w, n);
        else if (IsList(was, now)) List(prefix, key, name, was ?? NoItems, now ?? NoItems, group);
        else if (IsPart(key, was) && IsPart(key, now)) Object(name + "の", key, w, n, group);
        else Changed(name, was is { } x ? old.Of(x, key, group) ?? "" : PartNames.WhenAbsent(key), now is { } y ? fresh.Of(y, key, group) ?? "" : PartNames.WhenAbsent(key));
    }

    // Sample answers; the example beside a question is a text.
    private static bool IsAnswers(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } && !PartWords.IsPhrase(value);

    private static bool IsList(JsonElement? was, JsonElement? now) => (was ?? NoItems).ValueKind == JsonValueKind.Array && (now ?? NoItems).ValueKind == JsonValueKind.Array;

    // A condition or computation is one value, however it is made up.
    private static bool IsPart(string key, JsonElement? value) =>
        value is null || (value.Value.ValueKind == JsonValueKind.Object && key is not ("visibleWhen" or "when" or "where" or "required" or "value" or "min" or "max" or "amount" or "options"));

    private void List(string prefix, string key, string name, JsonElement was, JsonElement now, string? group)
    {
        var all = was.EnumerateArray().Concat(now.EnumerateArray()).ToList();
        if (key == "body") Letter(name, was, now);
        else if (all.TrueForAll(i => PartWords.Id(i) is not null && i.ValueKind == JsonValueKind.Object)) Items(prefix, key, PartNames.Name("", key), was, now, group);
        else if (all.TrueForAll(i => i.ValueKind == JsonValueKind.Object && !PartWords.IsPhrase(i))) Rows(prefix + PartNames.Name("", key), key, was, now, group);
        else Texts(name, key, was, now, group);
    }

    // Rows without ids: what is the same stands for itself, the others are taken in order.
    private void Rows(string kind, string key, JsonElement was, JsonElement now, string? group)
    {
        var (before, after) = (was.EnumerateArray().ToList(), now.EnumerateArray().ToList());
        var gone = before.Where(w => !after.Exists(n => JsonElement.DeepEquals(w, n))).ToList();
        var made = after.Where(n => !before.Exists(w => JsonElement.DeepEquals(w, n))).ToList();
        if (gone.Count == 0 && made.Count == 0) Say($"{kind}の並びか数が変わりました。");
        for (var i = 0; i < Math.Max(gone.Count, made.Count); i++)
        {
            if (i >= made.Count) Say($"{kind}「{old.Label(gone[i])}」がなくなりました。");
            else if (i >= gone.Count) Added($"{kind}「{fresh.Label(made[i])}」が増えました。", made[i], group);
            else Object($"{kind}「{fresh.Label(made[i])}」の", key, gone[i], made[i], group);
        }
    }

    private void Texts(string name, string key, JsonElement was, JsonElement now, string? group)
    {
        var before = was.EnumerateArray().Select(i => old.Of(i, key, group) ?? "").ToList();
        var after = now.EnumerateArray().Select(i => fresh.Of(i, key, group) ?? "").ToList();
        var (gone, made) = (before.Except(after).ToList(), after.Except(before).ToList());
        if (gone.Count > 0) lines.Add(new DefinitionChange($"{name}から{string.Concat(gone.Select(g => Quoted(TextPair.Short(g))))}がなくなりました。", Whole(gone)));
        if (made.Count > 0) lines.Add(new DefinitionChange($"{name}に{string.Concat(made.Select(m => Quoted(TextPair.Short(m))))}が加わりました。", null, Whole(made)));
        if (gone.Count == 0 && made.Count == 0) Say($"{name}の並びが変わりました。");
    }

    private void Map(string key, JsonElement was, JsonElement now)
    {
        foreach (var name in was.EnumerateObject().Select(p => p.Name).Union(now.EnumerateObject().Select(p => p.Name)))
        {
            var (w, n) = (PartWords.Get(was, name), PartWords.Get(now, name));
            var called = $"{PartNames.Name("", key)}「{(key == "mails" ? PartNames.Code("mails", name) : key == "values" ? name : n is { } item ? fresh.Label(item) : old.Label(w!.Value))}」";
            if (key == "values") Changed(called, w is { } x ? old.Of(x, "values", null) : null, n is { } y ? fresh.Of(y, "values", null) : null, onlyWhenDifferent: true);
            else if (n is null) Say($"{called}がなくなりました。");
            else if (w is null) Added($"{called}が増えました。", n.Value, null);
            else Object(called + "の", key, w.Value, n.Value, null);
        }
    }

    private void Phrases(string name, JsonElement? was, JsonElement? now)
    {
        if (PartWords.Text(was) != PartWords.Text(now)) Changed(name, PartWords.Text(was), PartWords.Text(now));
        if (PartWords.Text(was, "en") != PartWords.Text(now, "en")) Changed(name + "の英語", PartWords.Text(was, "en"), PartWords.Text(now, "en"));
        var (before, after) = (PartWords.Text(was, "ja-easy"), PartWords.Text(now, "ja-easy"));
        if (before == after) return;
        var (w, n) = (before is null ? null : new LocalizedText(before).ToString(), after is null ? null : new LocalizedText(after).ToString());
        if (w == n) Say($"{name}のやさしい日本語のふりがなが変わりました。");
        else Changed(name + "のやさしい日本語", w, n);
    }

    private void Letter(string name, JsonElement was, JsonElement now)
    {
        foreach (var (gone, made) in Order.Changes(LetterLines.Of(was), LetterLines.Of(now)))
        {
            if (made is null) lines.Add(new DefinitionChange($"{name}から{Quoted(TextPair.Short(gone!))}がなくなりました。", Whole([gone!])));
            else if (gone is null) lines.Add(new DefinitionChange($"{name}に{Quoted(TextPair.Short(made))}が加わりました。", null, Whole([made])));
            else Changed(name, gone, made);
        }
    }

    /// <param name="was">Null: there was none. Empty: no words say it.</param>
    private void Changed(string name, string? was, string? now, bool onlyWhenDifferent = false)
    {
        if (onlyWhenDifferent && was == now) return;
        if (was == now || was == "" || now == "")
        {
            Say($"{name}が変わりました。");
            return;
        }

        var (before, after) = was is null || now is null ? (was is null ? null : TextPair.Short(was), now is null ? null : TextPair.Short(now)) : TextPair.Of(was, now);
        var line = before is null ? $"{name}が、なしから{Quoted(after!)}に変わりました。" : after is null ? $"{name}が{Quoted(before)}から、なしに変わりました。" : $"{name}が{Quoted(before)}から{Quoted(after)}に変わりました。";
        var cut = (was is not null && before != TextPair.Line(was)) || (now is not null && after != TextPair.Line(now));
        lines.Add(new DefinitionChange(line, cut ? was : null, cut ? now : null));
    }

    // Null where the sentence has shown every word.
    private static string? Whole(IReadOnlyList<string> texts) => texts.All(t => TextPair.Short(t) == TextPair.Line(t)) ? null : string.Join('\n', texts);

    // What quotes something itself stands in double brackets.
    private static string Quoted(string text) => text.Contains('「') ? $"『{text}』" : $"「{text}」";

    private static string Place(IReadOnlyList<KeyValuePair<string, JsonElement>> list, int index, PartWords words) => index == 0 ? "いちばん前" : $"「{words.Label(list[index - 1].Value)}」の次";
}
