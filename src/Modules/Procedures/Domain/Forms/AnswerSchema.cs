namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Writes JSON Schema 2020-12 of answers. Conditions are the server's; what is always asked is <c>required</c>.</summary>
internal static class AnswerSchema
{
    public static JsonObject Of(Form form, DateOnly today)
    {
        var schema = Object(form.Pages.Where(p => p.VisibleWhen is null).SelectMany(p => p.Questions), form.Pages.SelectMany(p => p.Questions), form, today);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonObject Object(IEnumerable<Question> always, IEnumerable<Question> all, Form form, DateOnly today)
    {
        var properties = new JsonObject();
        foreach (var question in all)
        {
            if (question.Type == QuestionType.Info) continue;
            properties[question.Id] = Of(question, form, today);
            if (question.MayFollow) properties[question.Id + "Later"] = new JsonObject { ["type"] = "boolean" };
            if (question.Other) properties[question.Id + "Other"] = new JsonObject { ["type"] = "string", ["maxLength"] = 100 };
        }

        var required = always.Where(q => q.Required && q.VisibleWhen is null && !q.MayFollow).Select(q => JsonValue.Create(q.Id));
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Of(Question question, Form form, DateOnly today)
    {
        var schema = question.Type switch
        {
            QuestionType.Choice => Codes(question, form, today),
            QuestionType.Choices => new JsonObject { ["type"] = "array", ["items"] = Codes(question, form, today), ["uniqueItems"] = true },
            QuestionType.YesNo => new JsonObject { ["type"] = "boolean" },
            QuestionType.Declaration => new JsonObject { ["const"] = true },
            QuestionType.Number => new JsonObject { ["type"] = question.Decimals == 0 ? "integer" : "number", ["minimum"] = question.Min, ["maximum"] = question.Max },
            QuestionType.Yen => new JsonObject { ["type"] = "integer", ["minimum"] = question.Min, ["maximum"] = question.Max },
            QuestionType.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            QuestionType.Time => new JsonObject { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
            QuestionType.Email => new JsonObject { ["type"] = "string", ["format"] = "email" },
            QuestionType.Telephone => new JsonObject { ["type"] = "string" },
            QuestionType.File => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["maxItems"] = question.Max },
            QuestionType.Name or QuestionType.Address or QuestionType.Bank or QuestionType.Period or QuestionType.MapPoint => Parts(question),
            QuestionType.Group => Items(question, form, today),
            _ => new JsonObject { ["type"] = "string", ["maxLength"] = question.MaxLength },
        };
        schema["title"] = question.Short.Ja;
        return schema;
    }

    private static JsonObject Codes(Question question, Form form, DateOnly today)
    {
        var codes = question.OptionsAreSessions ? form.OpenSessions(today).Select(s => s.Code) : question.Options.Select(o => o.Code);
        return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. codes.Select(c => JsonValue.Create(c))]) };
    }

    private static JsonObject Parts(Question question)
    {
        var names = PartNames.Of(question.Type);
        string[] optional = question.Type switch
        {
            QuestionType.Address => question.InCity ? ["prefecture", "city", "building"] : ["building"],
            QuestionType.Name => ["oldName", "alias"],
            QuestionType.MapPoint => names,
            _ => [],
        };
        if (question is { Type: QuestionType.Name, Aliases: false }) names = names[..4];
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)Part(question.Type, n)))),
            ["required"] = new JsonArray([.. names.Except(optional).Select(n => JsonValue.Create(n))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Part(QuestionType type, string name) => type switch
    {
        QuestionType.Period => new JsonObject { ["type"] = "string", ["format"] = "date" },
        QuestionType.MapPoint when name != "text" => new JsonObject { ["type"] = "number" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Items(Question group, Form form, DateOnly today) => new()
    {
        ["type"] = "array",
        ["items"] = Object(group.Questions, group.Questions, form, today),
        ["minItems"] = group.Min,
        ["maxItems"] = group.Max,
    };
}
