namespace Madoguchi.Procedures.Domain.Sentences;

/// <summary>
/// Says conditions in plain words: 「配偶者」が「いる」のとき. For paper, and for people who read a definition without knowing its language.
/// Takes expressions as a definition that was read without fault writes them.
/// </summary>
internal sealed class ConditionSentences(SentenceTexts texts, NamesInWords names)
{
    private readonly ValueWords values = new(texts, names);

    /// <summary>「…のとき」.</summary>
    public string When(JsonElement condition) => texts.When(Clause(condition, true));

    /// <summary>The condition (or with <c>holds: false</c> its opposite) as a clause.</summary>
    public string Clause(JsonElement condition, bool holds)
    {
        if (condition.ValueKind is JsonValueKind.True or JsonValueKind.False) return texts.Say(condition.GetBoolean() == holds ? "always" : "never");
        if (condition.ValueKind == JsonValueKind.String) return Reference(condition, holds);
        var only = condition.EnumerateObject().First();
        var (name, operand) = (only.Name, only.Value);
        return name switch
        {
            "and" or "or" => Several(operand, both: name == "and" == holds, holds),
            "not" => Clause(operand, !holds),
            "eq" => Equal(operand[0], operand[1], holds),
            "ne" => Equal(operand[0], operand[1], !holds),
            "lt" or "lte" or "gt" or "gte" => Say(values.IsDate(operand[0]) || values.IsDate(operand[1]) ? name + ".date" : name, holds, ("a", values.Of(operand[0])), ("b", values.Of(operand[1]))),
            "between" => Say("between", holds, ("a", values.Of(operand[0])), ("b", values.Of(operand[1])), ("c", values.Of(operand[2]))),
            "in" => In(operand[0], operand[1], holds),
            "includes" => Say("includes", holds, ("a", values.Of(operand[0])), ("b", values.OfCode(operand[0], operand[1]))),
            "matches" => Say("matches", holds, ("a", values.Of(operand[0]))),
            "exists" => Say(IsFile(operand) ? "exists.file" : "exists", holds, ("a", values.Of(operand))),
            "any" => Say("any", holds, ("a", values.Group(operand)), ("b", texts.Those(Items(condition, operand).Clause(condition.GetProperty("where"), true)))),
            "all" => holds
                ? Say("all", true, ("a", values.Group(operand)), ("b", Items(condition, operand).Clause(condition.GetProperty("where"), true)))
                : Say("any", true, ("a", values.Group(operand)), ("b", texts.Those(Items(condition, operand).Clause(condition.GetProperty("where"), false)))),
            "if" => texts.Or([
                Grouped(texts.And([Clause(operand[0], true), Clause(operand[1], holds)]), true),
                Grouped(texts.And([Clause(operand[0], false), Clause(operand[2], holds)]), true)]),
            _ => Say("true", holds, ("a", values.Of(condition))),
        };
    }

    private ConditionSentences Items(JsonElement condition, JsonElement group) => new(texts, names.Inside(group.GetString()!));

    private string Reference(JsonElement reference, bool holds)
    {
        var id = reference.GetString()![1..];
        if (names.Question(id) is { } question) return YesNo(question, holds);
        return names.Computed(id) is { } computed ? Clause(computed.GetProperty("value"), holds) : Say("true", holds, ("a", values.Of(reference)));
    }

    private string YesNo(Question question, bool yes) => question.Type == QuestionType.Declaration
        ? Say("declared", yes, ("a", values.Name(question)))
        : Say("eq", true, ("a", values.Name(question)), ("b", texts.Say("name", ("a", (yes ? question.Yes : question.No).In(texts.Language).Source))));

    private string Several(JsonElement operands, bool both, bool holds)
    {
        var clauses = operands.EnumerateArray().Select(o => Grouped(Clause(o, holds), IsSeveral(o, !both, holds))).ToList();
        return clauses.Count == 0 ? texts.Say(both ? "always" : "never") : both ? texts.And(clauses) : texts.Or(clauses);
    }

    // 「A で、（B か、C）」: without brackets nobody knows what belongs together.
    private bool IsSeveral(JsonElement operand, bool both, bool holds)
    {
        if (operand.ValueKind == JsonValueKind.String) return names.Computed(operand.GetString()![1..]) is { } computed && IsSeveral(computed.GetProperty("value"), both, holds);
        if (operand.ValueKind != JsonValueKind.Object) return false;
        var only = operand.EnumerateObject().First();
        return only.Name switch
        {
            "not" => IsSeveral(only.Value, both, !holds),
            "and" => only.Value.GetArrayLength() > 1 && holds == both,
            "or" => only.Value.GetArrayLength() > 1 && holds != both,
            _ => false,
        };
    }

    private string Grouped(string clause, bool brackets) => !brackets ? clause : texts.Say("brackets", ("a", clause));

    private string Equal(JsonElement a, JsonElement b, bool holds)
    {
        if (a.ValueKind is JsonValueKind.True or JsonValueKind.False) (a, b) = (b, a);
        if (b.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return Say("eq", holds, ("a", values.Of(a, b)), ("b", values.Of(b, a)));
        if (a.ValueKind == JsonValueKind.Object || names.Question(a.GetString()![1..]) is not { Type: QuestionType.YesNo } question) return Clause(a, b.GetBoolean() == holds);
        return Say("eq", holds, ("a", values.Name(question)), ("b", texts.Say("name", ("a", (b.GetBoolean() ? question.Yes : question.No).In(texts.Language).Source))));
    }

    private string In(JsonElement subject, JsonElement codes, bool holds)
    {
        var words = codes.EnumerateArray().Select(c => values.OfCode(subject, c)).ToList();
        return words.Count == 1 ? Say("eq", holds, ("a", values.Of(subject)), ("b", words[0])) : Say("in", holds, ("a", values.Of(subject)), ("b", string.Join(texts.Say("in.between"), words)));
    }

    private bool IsFile(JsonElement operand) => operand.ValueKind == JsonValueKind.String && names.Question(operand.GetString()![1..]) is { Type: QuestionType.File };

    private string Say(string key, bool holds, params ReadOnlySpan<(string, string)> arguments) => texts.Say(holds ? key : key + ".not", arguments);
}
