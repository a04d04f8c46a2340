namespace Madoguchi.Procedures.Api;

/// <summary>A life event and its steps as the API shows them, in one language.</summary>
internal static class LifeEventJson
{
    public static JsonObject Summary(LifeEvent life, Language language) => new()
    {
        ["slug"] = life.Slug,
        ["title"] = Text(life.Title, language),
        ["summary"] = Text(life.Summary, language),
        ["lifeEvents"] = new JsonArray([.. life.LifeEvents.Select(c => JsonValue.Create(c))]),
    };

    public static JsonObject Whole(LifeEvent life, Localizer text, DateOnly today)
    {
        var json = Summary(life, text.Language);
        json["lastChecked"] = life.LastChecked.ToString("O", CultureInfo.InvariantCulture);
        json["questions"] = life.Form.ToJson(text.Language, today)["pages"]![0]!["questions"]!.DeepClone();
        json["schema"] = life.Form.Schema(today);
        json["phases"] = new JsonArray([.. Enum.GetValues<StepPhase>().Select(p => Phase(p, text))]);
        return json;
    }

    public static JsonObject Step(PlannedStep step, Localizer text)
    {
        var language = text.Language;
        return new JsonObject
        {
            ["id"] = step.Id,
            ["title"] = Text(step.Title, language),
            ["phase"] = Phase(step.Phase, text),
            ["procedure"] = step.Procedure is { } procedure ? new JsonObject { ["slug"] = procedure.Slug, ["edition"] = procedure.Number } : null,
            ["where"] = step.Where is { } where ? new JsonObject { ["name"] = Text(where.Name, language), ["telephone"] = where.Telephone, ["hours"] = Text(where.Hours, language), ["url"] = where.Url } : null,
            ["why"] = new JsonArray([.. step.Why.Select(w => JsonValue.Create(Text(w, language)))]),
            ["deadline"] = step.Deadline is { } deadline ? Deadline(deadline, language) : null,
            ["documents"] = new JsonArray([.. step.Documents.Select(d => new JsonObject { ["title"] = Text(d.Title, language), ["who"] = Text(d.Who, language), ["text"] = Text(d.Text, language) })]),
            ["fee"] = Text(step.Fee, language),
            ["carried"] = step.Carried.DeepClone(),
        };
    }

    private static JsonObject Deadline(PlannedDeadline deadline, Language language) => new()
    {
        ["date"] = deadline.Day?.ToString("O", CultureInfo.InvariantCulture),
        ["words"] = deadline.Day is { } day ? DayWords.Day(day, language) : null,
        ["text"] = Text(deadline.Text, language),
        ["law"] = deadline.Law,
        ["passed"] = deadline.Passed,
    };

    private static JsonObject Phase(StepPhase phase, Localizer text)
    {
        var code = JsonNamingPolicy.CamelCase.ConvertName(phase.ToString());
        return new JsonObject { ["code"] = code, ["label"] = text[$"lifeEvent.phase.{code}"].ToString() };
    }

    private static string? Text(Phrase? phrase, Language language) => phrase?.In(language).ToString();
}
