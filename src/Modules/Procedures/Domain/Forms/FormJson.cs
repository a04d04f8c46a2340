namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Writes the form as the API shows it.</summary>
internal static class FormJson
{
    public static JsonObject Of(Form form, Language language, DateOnly today) => new()
    {
        ["pages"] = new JsonArray([.. form.Pages.Select(p => Page(p, form, language, today))]),
        ["computed"] = Computed(form.Computed, language),
    };

    private static JsonObject Page(FormPage page, Form form, Language language, DateOnly today) => new()
    {
        ["id"] = page.Id,
        ["title"] = Text(page.Title, language),
        ["text"] = Text(page.Text, language),
        ["conditional"] = page.VisibleWhen is not null,
        ["questions"] = new JsonArray([.. page.Questions.Select(q => Question(q, form, language, today))]),
        ["exits"] = new JsonArray([.. page.Exits.Select(e => Exit(e, language))]),
    };

    private static JsonObject Exit(FormExit exit, Language language) => new()
    {
        ["id"] = exit.Id,
        ["question"] = exit.Question,
        ["title"] = Text(exit.Title, language),
        ["text"] = Text(exit.Text, language),
        ["where"] = Text(exit.Where, language),
        ["telephone"] = exit.Telephone,
        ["hours"] = Text(exit.Hours, language),
        ["url"] = exit.Url,
    };

    private static JsonObject Question(Question question, Form form, Language language, DateOnly today)
    {
        var json = new JsonObject
        {
            ["id"] = question.Id,
            ["type"] = question.IsTable ? "table" : question.Photo ? "photo" : JsonNamingPolicy.CamelCase.ConvertName(question.Type.ToString()),
            ["label"] = Text(question.Label, language),
            ["help"] = Text(question.Help, language),
            ["example"] = Text(question.Example, language),
            ["required"] = question.RequiredWhen is null ? question.Required : "conditional",
            ["conditional"] = question.VisibleWhen is not null,
        };
        if (Options(question, form, language, today) is { } options) json["options"] = options;
        if (question.OptionsOf is { } parent) json["optionsOf"] = parent;
        if (question.Other) json["other"] = question.Id + "Other";
        if (question.Aliases) json["aliases"] = true;
        if (question.MaxDays is { } days) json["maxDays"] = days;
        if (question.IsTable) json["rows"] = new JsonArray([.. question.RowLabels.Select(r => JsonValue.Create(r.In(language).ToString()))]);
        if (question.Type is QuestionType.Text or QuestionType.LongText) json["maxLength"] = question.MaxLength;
        if (question.Type != QuestionType.Date && question.Min is { } min) json["min"] = min;
        if (question.Type != QuestionType.Date && question.Max is { } max) json["max"] = max;
        if (question.Unit is { } unit) json["unit"] = Text(unit, language);
        if (question.Autocomplete is { } token) json["autocomplete"] = token;
        if (question.Document is { } document) json["document"] = document;
        if (question.MayFollow) json["later"] = question.Id + "Later";
        if (question.Accept.Count > 0) json["accept"] = new JsonArray([.. question.Accept.Select(a => JsonValue.Create(a))]);
        if (question.Type != QuestionType.Group) return json;
        json["itemLabel"] = Text(question.ItemLabel, language);
        json["questions"] = new JsonArray([.. question.Questions.Select(q => Question(q, form, language, today))]);
        json["computed"] = Computed(question.Computed, language);
        return json;
    }

    private static JsonArray? Options(Question question, Form form, Language language, DateOnly today)
    {
        if (question.OptionsAreSessions)
            return new JsonArray([.. form.OpenSessions(today).Select(s => Option(s.Code, SessionWords.Of(s, language), s.Plan.Place.In(language)))]);
        return question.Options.Count == 0 ? null
            : new JsonArray([.. question.Options.Select(o => Option(o.Code, o.Label.In(language), o.Help?.In(language), o.Of))]);
    }

    private static JsonObject Option(string code, LocalizedText label, LocalizedText? help, IReadOnlyList<string>? of = null)
    {
        var json = new JsonObject { ["code"] = code, ["label"] = label.ToString(), ["help"] = help?.ToString() };
        if (of is { Count: > 0 }) json["of"] = new JsonArray([.. of.Select(c => JsonValue.Create(c))]);
        return json;
    }

    private static JsonArray Computed(IReadOnlyList<ComputedValue> values, Language language) =>
        new([.. values.Select(v => new JsonObject { ["id"] = v.Id, ["label"] = Text(v.Label, language), ["format"] = v.Format, ["show"] = v.Show })]);

    private static string? Text(Phrase? phrase, Language language) => phrase?.In(language).ToString();
}
