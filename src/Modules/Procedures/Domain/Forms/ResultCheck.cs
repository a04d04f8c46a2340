namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Checks the result fields an officer gives and computes those left out.</summary>
internal sealed class ResultCheck(IReadOnlyList<ResultField> fields, Language language)
{
    private readonly List<FieldError> errors = [];

    public CheckedResult Run(JsonElement? given, Scope answers)
    {
        var json = Object(fields, given, "result", answers);
        return new CheckedResult(errors, json.ToJsonString(Relaxed));
    }

    internal static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject Object(IReadOnlyList<ResultField> of, JsonElement? given, string path, Scope scope)
    {
        var json = new JsonObject();
        if (given is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }) given = null;
        if (given is { ValueKind: not JsonValueKind.Object })
        {
            errors.Add(new FieldError(path, "answer.notAnObject"));
            return json;
        }

        foreach (var property in given?.EnumerateObject() ?? [])
        {
            var name = AnswerText.NameOf(property);
            if (of.All(f => f.Id != name)) errors.Add(new FieldError($"{path}.{name ?? "?"}", "answer.unknownQuestion", ("id", name ?? "?")));
        }

        foreach (var field in of)
        {
            var key = $"{path}.{field.Id}";
            var value = given is { } g && g.TryGetProperty(field.Id, out var own) && own.ValueKind != JsonValueKind.Null ? Read(field, own, key, scope) : Compute(field, scope);
            if (value is not null) json[field.Id] = value;
            else if (field.Required && errors.All(e => e.Field != key)) Fail(field, key, "answer.missing");
        }

        return json;
    }

    private JsonNode? Compute(ResultField field, Scope scope)
    {
        if (field.Rows is { } rows)
        {
            var items = scope.Items(rows).Where(i => field.Where?.Holds(i) != false).ToList();
            return items.Count == 0 ? null : new JsonArray([.. items.Select(item => Object(field.Columns, null, $"result.{field.Id}", item))]);
        }

        var value = field.Value?.Evaluate(scope) ?? Value.Absent;
        return value.Type switch
        {
            AnswerType.Absent => null,
            AnswerType.YesNo => JsonValue.Create(value.IsTrue),
            AnswerType.Number => JsonValue.Create(value.Number),
            AnswerType.Date => JsonValue.Create(value.Date.ToString(field.Type == "month" ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            AnswerType.List => new JsonArray([.. value.List.Select(t => JsonValue.Create(t))]),
            _ => JsonValue.Create(value.Text),
        };
    }

    private JsonNode? Read(ResultField field, JsonElement given, string key, Scope scope)
    {
        switch (field.Type)
        {
            case "yesNo":
                return given.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(given.GetBoolean()) : Fail(field, key, "answer.wrongType");
            case "number" or "yen":
                if (given.ValueKind != JsonValueKind.Number || !given.TryGetDecimal(out var number)) return Fail(field, key, "answer.notNumber");
                return field.Type == "yen" && (!decimal.IsInteger(number) || number < 0) ? Fail(field, key, "answer.notWhole") : JsonValue.Create(number);
            case "table":
                return Table(field, given, key, scope);
        }

        if (!AnswerText.TryRead(given, field.Type == "longText", out var text, out var error)) return Fail(field, key, error);
        if (text.Length == 0) return null;
        var fits = field.Type switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "month" => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", out _),
            "choice" => field.Options.Any(o => o.Code == text),
            "longText" => AnswerText.Length(text) <= 4000,
            _ => AnswerText.Length(text) <= 300,
        };
        return fits ? JsonValue.Create(text) : Fail(field, key, field.Type switch { "date" or "month" => "answer.notDate", "choice" => "answer.unknownOption", _ => "answer.resultTooLong" });
    }

    private JsonArray? Table(ResultField field, JsonElement given, string key, Scope scope)
    {
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() > 200)
        {
            Fail(field, key, "answer.wrongType");
            return null;
        }

        // A row that the officer gives stands for the answers' item of the same place.
        var items = field.Rows is { } rows ? scope.Items(rows).Where(i => field.Where?.Holds(i) != false).ToArray() : [];
        var table = new JsonArray();
        var index = 0;
        foreach (var row in given.EnumerateArray())
        {
            table.Add((JsonNode)Object(field.Columns, row, $"{key}[{index}]", index < items.Length ? items[index] : scope));
            index++;
        }

        return table;
    }

    private JsonNode? Fail(ResultField field, string key, string code)
    {
        errors.Add(new FieldError(key, code, ("label", field.Label.In(language)), ("max", 4000)));
        return null;
    }
}
