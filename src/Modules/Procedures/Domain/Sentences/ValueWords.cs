namespace Madoguchi.Procedures.Domain.Sentences;

/// <summary>Says values in plain words: 「児童」の数, 申請する日の18年前.</summary>
internal sealed class ValueWords(SentenceTexts texts, NamesInWords names)
{
    public string Name(Question question) => names.Number(question) + Quoted(question.Short.In(texts.Language).Source);

    /// <summary>The items of a group.</summary>
    public string Group(JsonElement id) => names.Question(id.GetString()!) is { } group ? names.Number(group) + Quoted((group.IsTable ? group.Short : group.ItemLabel ?? group.Short).In(texts.Language).Source) : id.GetString()!;

    /// <summary>A code as the words of its option.</summary>
    public string OfCode(JsonElement subject, JsonElement code)
    {
        var option = subject.ValueKind == JsonValueKind.String && names.Question(subject.GetString()!.TrimStart('$')) is { } question
            ? question.Options.FirstOrDefault(o => o.Code == code.GetString()) : null;
        return Quoted(option?.Label.In(texts.Language).Source ?? code.GetString()!);
    }

    public bool IsDate(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var only = value.EnumerateObject().First();
            return only.Name is "dayReaching" or "fiscalYearEndAfter" or "addDays" or "addMonths" or "firstOfMonth" or "sessionDate"
                || (only.Name is "min" or "max" or "coalesce" && IsDate(only.Value[0])) || (only.Name == "if" && IsDate(only.Value[1]));
        }

        if (value.ValueKind != JsonValueKind.String) return false;
        var text = value.GetString()!;
        if (!text.StartsWith('$')) return text.StartsWith('@') || DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);
        var (id, part) = Split(text);
        return names.Question(id) is { } question ? question.Type == QuestionType.Date || (question.Type == QuestionType.Period && part is not null)
            : names.Computed(id) is { } computed && IsDate(computed.GetProperty("value"));
    }

    /// <param name="beside">What it is compared with: a code is read as an option of it.</param>
    public string Of(JsonElement value, JsonElement? beside = null) => value.ValueKind switch
    {
        JsonValueKind.Number => DateWords.Number(value.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => Quoted((value.GetBoolean() ? Common.Yes : Common.No).In(texts.Language).Source),
        JsonValueKind.String => Text(value, beside),
        _ => Operation(value),
    };

    private string Text(JsonElement value, JsonElement? beside)
    {
        var text = value.GetString()!;
        if (text.StartsWith("$values.", StringComparison.Ordinal)) return names.Value(text[8..]) is { } kept ? Of(kept) : Quoted(text);
        if (text.StartsWith('$')) return Reference(text);
        if (text.StartsWith('@')) return RelativeDate.TryParse(text, out var date) ? Relative(date) : Quoted(text);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) return DayWords.Day(day, texts.Language);
        return beside is { } subject ? OfCode(subject, value) : Quoted(text);
    }

    private string Reference(string text)
    {
        var (id, part) = Split(text);
        if (names.Question(id) is { } question) return part is null ? Name(question) : texts.Say("part", ("a", Name(question)), ("b", texts.Say("part." + part)));
        if (names.Computed(id) is not { } computed) return Quoted(id.EndsWith("Other", StringComparison.Ordinal) && names.Question(id[..^5]) is { } owner ? owner.Short.In(texts.Language).Source : id);
        var label = computed.GetProperty("label");
        return Quoted(label.ValueKind == JsonValueKind.String ? label.GetString()! : label.TryGetProperty(texts.Language.Code(), out var own) ? own.GetString()! : label.GetProperty("ja").GetString()!);
    }

    private string Relative(RelativeDate date) => date.Amount == 0 ? texts.Say("today")
        : texts.Say((date.Amount < 0 ? "before." : "after.") + date.Unit, ("a", texts.Say("today")), ("n", Math.Abs(date.Amount).ToString(CultureInfo.InvariantCulture)));

    private string Operation(JsonElement value)
    {
        var only = value.EnumerateObject().First();
        var (name, operand) = (only.Name, only.Value);
        return name switch
        {
            "add" or "multiply" or "min" or "max" or "concat" or "coalesce" => operand.EnumerateArray().Select(o => Of(o)).Aggregate((a, b) => texts.Say(name, ("a", a), ("b", b))),
            "subtract" => operand.EnumerateArray().Select(o => Of(o)).Aggregate((a, b) => texts.Say(name, ("a", a), ("b", b))),
            "divide" => texts.Say("divide", ("a", Of(operand[0])), ("b", Of(operand[1])), ("c", texts.Say("round." + operand[2].GetString()))),
            "round" => texts.Say("round", ("a", Of(operand[0])), ("c", texts.Say("round." + operand[1].GetString()))),
            "age" or "months" or "days" or "dayReaching" or "fiscalYearEndAfter" or "addDays" or "addMonths" => texts.Say(name, ("a", Of(operand[0])), ("b", Of(operand[1]))),
            "length" or "plainKana" or "firstOfMonth" or "sessionDate" => texts.Say(name, ("a", Of(operand))),
            "if" => texts.Say("if", ("a", texts.When(new ConditionSentences(texts, names).Clause(operand[0], true))), ("b", Of(operand[1])), ("c", Of(operand[2]))),
            "count" => operand.GetString()!.StartsWith('$') ? texts.Say("count", ("a", Of(operand))) : texts.Say("count", ("a", Items(value, operand))),
            "sum" => texts.Say("sum", ("a", Items(value, operand)), ("b", new ValueWords(texts, names.Inside(operand.GetString()!)).Of(value.GetProperty("of")))),
            "position" => texts.Say("position", ("a", string.Join(texts.Say("in.between"), operand.EnumerateArray().Select(r => Items(r, r.GetProperty("in"))))), ("b", new ValueWords(texts, names.Inside(operand[0].GetProperty("in").GetString()!)).Of(value.GetProperty("by")))),
            _ => new ConditionSentences(texts, names).Clause(value, true),
        };
    }

    /// <summary>The items of a group, those that <c>where</c> keeps.</summary>
    private string Items(JsonElement holder, JsonElement group) => !holder.TryGetProperty("where", out var where) ? Group(group)
        : texts.Say("items", ("a", Group(group)), ("b", texts.Those(new ConditionSentences(texts, names.Inside(group.GetString()!)).Clause(where, true))));

    private string Quoted(string source) => texts.Say("name", ("a", source));

    private static (string Id, string? Part) Split(string reference) =>
        reference.IndexOf('.') is >= 0 and var dot ? (reference[1..dot], reference[(dot + 1)..]) : (reference[1..], null);
}
