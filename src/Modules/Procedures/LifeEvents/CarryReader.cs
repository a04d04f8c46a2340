using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.LifeEvents;

/// <summary>Reads what is carried into a procedure's form: the question must be there, and be able to take the value.</summary>
internal sealed class CarryReader(ExpressionReader reader, Form form)
{
    public Carry? Read(string id, Node node)
    {
        var target = id.Contains('.', StringComparison.Ordinal) ? null : form.Question(id);
        if (target is null) return Refused(node, "is no question of the procedure's form");
        if (target is { Type: QuestionType.Choices } && node.Kind == JsonValueKind.Object) return ReadTicks(target, node);
        if (Expected(target) is not { } type) return Refused(node, $"cannot be carried into a question of type {target.Type}");
        var value = reader.Read(node, type);
        if (target.Type is QuestionType.Choice or QuestionType.Choices) CheckCodes(target, node);
        return new Carry(id, scope => Json(value.Evaluate(scope)));
    }

    /// <summary>Ticks by condition: <c>{"dog": "$hasDog"}</c>.</summary>
    private Carry ReadTicks(Question target, Node node)
    {
        var ticks = new List<(string Code, Expression When)>();
        foreach (var (code, when) in node.Properties())
        {
            if (!target.Codes.Contains(code)) when.Fault($"{code} is no option of {target.Id}");
            ticks.Add((code, reader.Condition(when)));
        }

        return new Carry(target.Id, scope => Json(Value.OfList([.. ticks.Where(t => t.When.Holds(scope)).Select(t => t.Code)])));
    }

    /// <summary>Every code the expression can give must be an option of the question.</summary>
    private void CheckCodes(Question target, Node node)
    {
        if (node.Kind == JsonValueKind.String)
        {
            var text = node.String();
            IEnumerable<string> codes = text is not ['$', ..] ? [text] : reader.Names.TryFind(null, text[1..], out var slot) ? reader.Names[null, slot].Codes : [];
            foreach (var unknown in codes.Where(c => !target.Codes.Contains(c))) node.Fault($"{unknown} is no option of {target.Id}");
        }
        else if (node.Get("if") is { Kind: JsonValueKind.Array } either)
        {
            foreach (var branch in either.Items().Skip(1)) CheckCodes(target, branch);
        }
        else
        {
            node.Fault("a choice takes a code, an answer, or if with these");
        }
    }

    private static AnswerType? Expected(Question target) => target.Type switch
    {
        QuestionType.YesNo => AnswerType.YesNo,
        QuestionType.Number or QuestionType.Yen => AnswerType.Number,
        QuestionType.Date => AnswerType.Date,
        QuestionType.Choice when !target.OptionsAreSessions => AnswerType.Text,
        QuestionType.Choices => AnswerType.List,
        _ => null,
    };

    private static JsonNode? Json(in Value value) => value.Type switch
    {
        AnswerType.YesNo => JsonValue.Create(value.IsTrue),
        AnswerType.Number => JsonValue.Create(value.Number),
        AnswerType.Date => JsonValue.Create(value.Date.ToString("O", CultureInfo.InvariantCulture)),
        AnswerType.Text => JsonValue.Create(value.Text),
        AnswerType.List when value.List.Count > 0 => new JsonArray([.. value.List.Select(c => JsonValue.Create(c))]),
        _ => null,
    };

    private static Carry? Refused(Node node, string reason)
    {
        node.Fault(reason);
        return null;
    }
}
