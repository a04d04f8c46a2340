namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Reads names, addresses and accounts.</summary>
internal static class AnswerParts
{
    public static Value Read(AnswerReader reader, Scope scope, string key, Question question, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Fail(scope, question.Slot, key, "answer.wrongType", question);
            return Value.Absent;
        }

        var names = PartNames.Of(question.Type);
        var parts = new string?[names.Length];
        foreach (var property in value.EnumerateObject())
        {
            var at = Array.IndexOf(names, AnswerText.NameOf(property));
            if (at < 0) reader.Fail(scope, question.Slot, key, "answer.unknownPart", question);
            else if (property.Value.ValueKind != JsonValueKind.Null) parts[at] = question.Type == QuestionType.MapPoint && at < 2 && property.Value.ValueKind == JsonValueKind.Number ? property.Value.GetRawText()
                : AnswerTypes.Plain(reader, scope, key, question, property.Value);
        }

        if (Array.TrueForAll(parts, p => p is null)) return Value.Absent;
        var check = new PartCheck(reader, scope, key, question, parts);
        switch (question.Type)
        {
            case QuestionType.Name: Name(check); break;
            case QuestionType.Address: Address(check, reader.Form.Context); break;
            case QuestionType.Period:
                if (!Period(check)) return Value.Absent;
                break;
            case QuestionType.MapPoint: MapPoint(check); break;
            default: Bank(check); break;
        }

        return Value.OfParts(parts);
    }

    private static void Name(PartCheck check)
    {
        check.Text(0, 50);
        check.Text(1, 50);
        check.Make(2, AnswerText.Katakana, AnswerText.IsKatakana, 60, "answer.nameKana");
        check.Make(3, AnswerText.Katakana, AnswerText.IsKatakana, 60, "answer.nameKana");
        check.Text(4, 50, required: false);
        check.Text(5, 100, required: false);
        if (!check.Question.Aliases && (check.Parts[4] ?? check.Parts[5]) is not null) check.Fail("answer.unknownPart");
    }

    /// <summary>Both days in order; a half period counts as none.</summary>
    private static bool Period(PartCheck check)
    {
        var parts = check.Parts;
        for (var i = 0; i < 2; i++)
        {
            if (parts[i] is { } text && AnswerTypes.TryDay(text, out var day)) parts[i] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            else
            {
                check.Fail(i == 0 ? "answer.periodFrom" : "answer.periodTo", ("part", PartNames.Period[i]));
                return false;
            }
        }

        if (string.CompareOrdinal(parts[0], parts[1]) <= 0) return true;
        check.Fail("answer.periodOrder", ("part", "to"));
        return false;
    }

    private static void MapPoint(PartCheck check)
    {
        var parts = check.Parts;
        check.Text(2, 200, required: parts[0] is null && parts[1] is null);
        if ((parts[0] is null) != (parts[1] is null) || !(Degrees(parts, 0, 20, 46) & Degrees(parts, 1, 122, 154)))
        {
            check.Fail("answer.mapPoint");
            parts[0] = parts[1] = null;
        }
    }

    private static bool Degrees(string?[] parts, int at, int min, int max)
    {
        if (parts[at] is not { } text) return true;
        if (text.Length > 40 || !decimal.TryParse(TextRules.HalfWidth(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) || degrees < min || degrees > max) return false;
        parts[at] = DateWords.Number(decimal.Round(degrees, 6));
        return true;
    }

    private static void Address(PartCheck check, FormContext context)
    {
        var parts = check.Parts;
        if (check.Question.InCity)
        {
            parts[1] ??= context.Prefecture;
            parts[2] ??= context.City;
            if (context.City is { } city && parts[2] != city) check.Fail("answer.outsideCity", ("city", city));
        }

        check.Make(0, AnswerText.Digits, t => t.Length == 7 && AnswerText.IsDigits(t), 20, "answer.postalCode");
        if (parts[0] is { Length: 7 } code) parts[0] = $"{code[..3]}-{code[3..]}";
        if (!check.Question.InCity)
        {
            check.Text(1, 10);
            check.Text(2, 40);
        }

        check.Text(3, 80);
        check.Text(4, 80);
        check.Text(5, 100, required: false);
    }

    private static void Bank(PartCheck check)
    {
        check.Make(0, AnswerText.Digits, t => t.Length == 4 && AnswerText.IsDigits(t), 10, "answer.bankCode");
        check.Make(1, AnswerText.Digits, t => t.Length == 3 && AnswerText.IsDigits(t), 10, "answer.branchCode");
        check.Make(2, t => t, t => t is "ordinary" or "current", 20, "answer.accountType");
        check.Make(3, t => AnswerText.Digits(t).PadLeft(7, '0'), t => t.Length == 7 && AnswerText.IsDigits(t), 20, "answer.accountNumber");
        check.Make(4, TextRules.HalfKana, TextRules.IsHalfKana, 80, "answer.holderKana");
    }

    /// <summary>Checks the parts of one answer; errors stand under the answer's key and name the part.</summary>
    private readonly ref struct PartCheck(AnswerReader reader, Scope scope, string key, Question question, string?[] parts)
    {
        public string?[] Parts => parts;

        public Question Question => question;

        public void Fail(string code, params ReadOnlySpan<(string, object?)> arguments) => reader.Fail(scope, question.Slot, key, code, question, arguments);

        public void Text(int at, int max, bool required = true)
        {
            var part = PartNames.Of(question.Type)[at];
            if (parts[at] is not { } text)
            {
                if (required) Fail($"answer.{part}Missing", ("part", part));
            }
            else if (AnswerText.Length(text) > max || text.Length > 4 * max)
            {
                Fail("answer.partTooLong", ("max", max), ("part", part));
                parts[at] = null;
            }
        }

        public void Make(int at, Func<string, string> normalise, Func<string, bool> fits, int max, string code)
        {
            var made = parts[at] is { } text && text.Length <= max ? normalise(text) : null;
            if (made is null || !fits(made)) Fail(code, ("part", PartNames.Of(question.Type)[at]));
            parts[at] = made;
        }
    }
}
