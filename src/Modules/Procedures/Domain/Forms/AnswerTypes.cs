using Madoguchi.Kernel.Numbers;

namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Reads one answer by the type of its question: normalised value, or absent with an error noted.</summary>
internal static class AnswerTypes
{
    public static Value Read(AnswerReader reader, Scope scope, string key, Question question, JsonElement value) => question.Type switch
    {
        QuestionType.Text => Text(reader, scope, key, question, value, lines: false),
        QuestionType.LongText => Text(reader, scope, key, question, value, lines: true),
        QuestionType.Choice => Choice(reader, scope, key, question, value),
        QuestionType.Choices => Choices(reader, scope, key, question, value),
        QuestionType.YesNo or QuestionType.Declaration => YesNo(reader, scope, key, question, value),
        QuestionType.Number or QuestionType.Yen => Number(reader, scope, key, question, value),
        QuestionType.Time => Time(reader, scope, key, question, value),
        QuestionType.Date => Date(reader, scope, key, question, value),
        QuestionType.Telephone => Telephone(reader, scope, key, question, value),
        QuestionType.Email => Email(reader, scope, key, question, value),
        QuestionType.File => Files(reader, scope, key, question, value),
        _ => AnswerParts.Read(reader, scope, key, question, value),
    };

    /// <summary>A text that is not empty; null when it is, or when it was refused.</summary>
    public static string? Plain(AnswerReader reader, Scope scope, string key, Question question, JsonElement value, bool lines = false)
    {
        if (AnswerText.TryRead(value, lines, out var text, out var error)) return text.Length == 0 ? null : text;
        reader.Fail(scope, question.Slot, key, error, question);
        return null;
    }

    private static Value Fail(AnswerReader reader, Scope scope, string key, Question question, string code, params ReadOnlySpan<(string, object?)> arguments)
    {
        reader.Fail(scope, question.Slot, key, code, question, arguments);
        return Value.Absent;
    }

    private static Value Text(AnswerReader reader, Scope scope, string key, Question question, JsonElement value, bool lines)
    {
        if (Plain(reader, scope, key, question, value, lines) is not { } text) return Value.Absent;
        if (text.Length > 16 * question.MaxLength) return Fail(reader, scope, key, question, "answer.tooLong", ("max", question.MaxLength));

        switch (question.Input)
        {
            case "digits":
                text = AnswerText.Digits(text);
                if (!AnswerText.IsDigits(text)) Fail(reader, scope, key, question, "answer.notDigits");
                break;
            case "katakana":
                text = AnswerText.Katakana(text);
                if (!AnswerText.IsKatakana(text)) Fail(reader, scope, key, question, "answer.notKatakana");
                break;
            case "corporateNumber":
                text = AnswerText.Digits(text);
                if (!CorporateNumber.IsValid(text)) Fail(reader, scope, key, question, "answer.notCorporateNumber");
                break;
        }

        var length = AnswerText.Length(text);
        if (length > question.MaxLength || text.Length > 4 * question.MaxLength) Fail(reader, scope, key, question, "answer.tooLong", ("max", question.MaxLength), ("length", length));
        else if (length < question.MinLength) Fail(reader, scope, key, question, "answer.tooShort", ("min", question.MinLength));
        else if (question.Pattern?.IsMatch(text) == false) Fail(reader, scope, key, question, "answer.own", ("text", question.PatternMessage!.In(reader.Language)));
        return Value.Of(text);
    }

    private static Value Choice(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (Plain(reader, scope, key, question, value) is not { } code) return Value.Absent;
        return IsOption(reader, question, code) ? Value.Of(code)
            : Fail(reader, scope, key, question, question.OptionsAreSessions ? "answer.noSession" : "answer.unknownOption");
    }

    private static bool IsOption(AnswerReader reader, Question question, string code) =>
        question.OptionsAreSessions ? reader.Form.OpenSessions(reader.Today).Any(s => s.Code == code) : question.Codes.Contains(code);

    private static Value Choices(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return Fail(reader, scope, key, question, "answer.wrongType");
        var ticked = new HashSet<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (Plain(reader, scope, key, question, item) is not { } code) continue;
            if (!IsOption(reader, question, code)) return Fail(reader, scope, key, question, "answer.unknownOption");
            ticked.Add(code);
        }

        if (ticked.Count == 0) return Value.Absent;
        if (ticked.Count < question.Min) Fail(reader, scope, key, question, "answer.tooFewChoices", ("min", question.Min));
        if (ticked.Count > question.Max) Fail(reader, scope, key, question, "answer.tooManyChoices", ("max", question.Max));
        return Value.OfList([.. question.Options.Select(o => o.Code).Where(ticked.Contains)]);
    }

    private static Value YesNo(AnswerReader reader, Scope scope, string key, Question question, JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.Of(value.GetBoolean()) : Fail(reader, scope, key, question, "answer.wrongType");

    private static Value Number(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) return Fail(reader, scope, key, question, "answer.notNumber");
        if (!value.TryGetDecimal(out var number) || Math.Abs(number) > 999_999_999_999) return Fail(reader, scope, key, question, "answer.tooLarge", ("max", question.Max));
        if (decimal.Round(number, question.Decimals) != number)
            Fail(reader, scope, key, question, question.Decimals == 0 ? "answer.notWhole" : "answer.tooManyDecimals", ("decimals", question.Decimals));
        else if (number < question.Min) Fail(reader, scope, key, question, "answer.tooSmall", ("min", question.Min));
        else if (number > question.Max) Fail(reader, scope, key, question, "answer.tooLarge", ("max", question.Max));
        return Value.Of(number);
    }

    private static Value Date(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (Plain(reader, scope, key, question, value) is not { } text) return Value.Absent;
        return TryDay(text, out var date) ? Value.Of(date) : Fail(reader, scope, key, question, "answer.notDate");
    }

    public static bool TryDay(string text, out DateOnly date) =>
        (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) || (text.Length <= 40 && JapaneseDate.TryParse(text, out date)))
        && date.Year is >= 1800 and <= 2200;

    private static Value Time(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (Plain(reader, scope, key, question, value) is not { } text) return Value.Absent;
        if (text.Length > 20 || ClockWords.Read(text) is not { } time) return Fail(reader, scope, key, question, "answer.notTime");
        if (time < question.EarliestTime) Fail(reader, scope, key, question, "answer.tooEarlyTime", ("min", ClockWords.Of(question.EarliestTime.Value, reader.Language)));
        if (time > question.LatestTime) Fail(reader, scope, key, question, "answer.tooLateTime", ("max", ClockWords.Of(question.LatestTime.Value, reader.Language)));
        return Value.Of(time.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private static Value Telephone(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (Plain(reader, scope, key, question, value) is not { } text) return Value.Absent;
        return TextRules.Telephone(text) is { } digits ? Value.Of(digits) : Fail(reader, scope, key, question, "answer.notTelephone");
    }

    private static Value Email(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (Plain(reader, scope, key, question, value) is not { } text) return Value.Absent;
        var address = text.Length > 400 ? "" : TextRules.HalfWidth(text).Replace(" ", "", StringComparison.Ordinal);
        return AnswerText.IsEmail(address) ? Value.Of(address) : Fail(reader, scope, key, question, "answer.notEmail");
    }

    private static Value Files(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return Fail(reader, scope, key, question, "answer.wrongType");
        var ids = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (Plain(reader, scope, key, question, item) is not { } id) continue;
            if (id.Length > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return Fail(reader, scope, key, question, "answer.unknownFile");
            if (!ids.Contains(id)) ids.Add(id);
            if (ids.Count > question.Max) return Fail(reader, scope, key, question, "answer.tooManyFiles", ("max", question.Max));
        }

        return ids.Count == 0 ? Value.Absent : Value.OfList(ids);
    }
}
